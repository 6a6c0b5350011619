package org.indelible.anchoring.certificate;

import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The private X.509 extension (RFC 5280 section 4.2) that names the author, not critical, so that any X.509 software reads the
 * certificate:
 *
 * <pre>
 * Author ::= SEQUENCE {
 *   account      UTF8String,
 *   organisation UTF8String,
 *   roles        SEQUENCE OF UTF8String }
 * </pre>
 *
 * Its object identifier is UUID ca47f2ea-aff3-423e-802d-35bfadbcabb7 under the arc 2.25 (ITU-T X.667).
 */
final class AuthorExtension {
    static final ASN1ObjectIdentifier OID = new ASN1ObjectIdentifier("2.25.268877635162477049652316124931143019447");

    private AuthorExtension() {}

    static ASN1Encodable encode(AuthorSubject subject) {
        DERSequence roles =
                new DERSequence(subject.roles().stream().map(DERUTF8String::new).toArray(ASN1Encodable[]::new));
        return new DERSequence(new ASN1Encodable[] {
            new DERUTF8String(subject.account()), new DERUTF8String(subject.organisation()), roles
        });
    }

    static AuthorSubject decode(ASN1Encodable value) throws CertificateFormatException {
        try {
            ASN1Sequence author = ASN1Sequence.getInstance(value);
            if (author.size() != 3) {
                throw new CertificateFormatException("the author extension has 3 fields, not " + author.size());
            }
            List<String> roles = Arrays.stream(
                            ASN1Sequence.getInstance(author.getObjectAt(2)).toArray())
                    .map(AuthorExtension::text)
                    .toList();
            return new AuthorSubject(text(author.getObjectAt(0)), text(author.getObjectAt(1)), roles);
        } catch (IllegalArgumentException e) {
            throw new CertificateFormatException("the author extension is malformed", e);
        }
    }

    /** The same account and organisation as a distinguished name, for software that shows certificates. */
    static X500Name distinguishedName(AuthorSubject subject) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, subject.organisation())
                .addRDN(BCStyle.CN, subject.account())
                .build();
    }

    private static String text(ASN1Encodable value) {
        return ASN1UTF8String.getInstance(value).getString();
    }
}
