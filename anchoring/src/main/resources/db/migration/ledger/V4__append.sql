-- A whole batch in one statement, which is a transaction of its own: the steps the appender otherwise takes one by one, in the same
-- order and with the same rights (it runs as its caller). It counts on every command of the batch to win. Where one would not, it
-- changes nothing and returns no row, and the appender finds out step by step which.
--
-- The entries come with their places within the batch: ledger_of is the number (from 1) of the entry's ledger in `ledgers`, leaf_of its
-- leaf index where the ledger stands at 0, high_of the latest iat of the ledger's entries of this batch up to this one; grown is by how
-- much each ledger grows. The streams come as the batch believes they stand before it: last_seqs is -1 where there is none yet.
create function ledger.append(
    ledgers text[], grown bigint[], highs timestamptz[],
    streams text[], stream_ledgers text[], last_seqs bigint[], last_hashes bytea[],
    ledger_of int[], leaf_of bigint[], stream_of text[], seq_of bigint[], jti_of text[], iat_of timestamptz[], high_of timestamptz[],
    header_of text[], payload_of text[], signature_of text[], disclosures_of text[], entry_hash_of bytea[], leaf_hash_of bytea[],
    erasable_ledgers int[], erasable_leaves bigint[], ordinals smallint[], digests text[], classes text[], key_refs text[],
    ciphertexts bytea[])
    returns table (first_position bigint, sizes bigint[])
    -- The plans are made once, while the tables are small: they are to be those of large ones.
    language plpgsql set search_path = pg_catalog, pg_temp set enable_seqscan = off set jit = off as $$
#variable_conflict use_variable
declare
    high_before timestamptz[];
begin
    perform pg_advisory_xact_lock(7597120008193925740);
    -- Each statement from here on has a snapshot taken with the lock held: READ COMMITTED, and the function is volatile.
    if exists (select from ledger.entry e where e.jti = any (jti_of))
        or exists (select from ledger.erased_key k where k.key_ref = any (key_refs))
        or exists (
            select from unnest(streams, stream_ledgers, last_seqs, last_hashes) believed (stream, ledger, seq, entry_hash)
            left join lateral (
                select e.ledger, e.seq, e.entry_hash from ledger.entry e
                where e.stream = believed.stream order by e.seq desc limit 1) stored on true
            where case when believed.seq < 0 then stored.seq is not null
                else (stored.ledger, stored.seq, stored.entry_hash)
                    is distinct from (believed.ledger, believed.seq, believed.entry_hash) end)
    then
        return;
    end if;
    select h.next_position into first_position from ledger.log_head h where h.single;
    select array_agg(coalesce(h.size, 0) order by l.number), array_agg(coalesce(h.iat_high, 'epoch') order by l.number)
        into sizes, high_before
        from unnest(ledgers) with ordinality l (ledger, number) left join ledger.head h on h.ledger = l.ledger;
    insert into ledger.entry (position, ledger, leaf_index, stream, seq, jti, iat, iat_high,
            header, payload, signature, disclosures, entry_hash, leaf_hash)
        select first_position + n.number - 1, ledgers[n.ledger], sizes[n.ledger] + n.leaf, n.stream, n.seq, n.jti, n.iat,
            greatest(high_before[n.ledger], n.high),
            n.header, n.payload, n.signature, n.disclosures, n.entry_hash, n.leaf_hash
        from unnest(ledger_of, leaf_of, stream_of, seq_of, jti_of, iat_of, high_of,
                header_of, payload_of, signature_of, disclosures_of, entry_hash_of, leaf_hash_of) with ordinality
            n (ledger, leaf, stream, seq, jti, iat, high,
                header, payload, signature, disclosures, entry_hash, leaf_hash, number);
    if cardinality(digests) > 0 then
        insert into ledger.erasable_disclosure (ledger, leaf_index, ordinal, digest, class, key_ref, ciphertext)
            select ledgers[n.ledger], sizes[n.ledger] + n.leaf, n.ordinal, n.digest, n.class, n.key_ref, n.ciphertext
            from unnest(erasable_ledgers, erasable_leaves, ordinals, digests, classes, key_refs, ciphertexts)
                n (ledger, leaf, ordinal, digest, class, key_ref, ciphertext);
    end if;
    perform ledger.advance(first_position, first_position + cardinality(jti_of), ledgers, sizes,
        (select array_agg(n.size + n.grown order by n.number)
            from unnest(sizes, grown) with ordinality n (size, grown, number)),
        (select array_agg(greatest(n.before, n.high) order by n.number)
            from unnest(high_before, highs) with ordinality n (before, high, number)));
    return next;
end $$;

revoke all on function ledger.append from public;
grant execute on function ledger.append to ${appRole};
