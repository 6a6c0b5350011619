// Verifies entries, tree and checkpoints of an evidence bundle. Written from docs/EVIDENCE-FORMAT.md alone, with Go's standard library.
package main

import (
	"archive/zip"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/asn1"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"
)

var (
	standard = base64.StdEncoding.Strict()
	url      = base64.RawURLEncoding.Strict()
	files    = map[string][]byte{}
	authors  = map[string]*certificate{}
	root     *certificate
)

func check(ok bool, format string, args ...any) {
	if !ok {
		fmt.Printf("refused: "+format+"\n", args...)
		os.Exit(1)
	}
}

func decode(encoding *base64.Encoding, text string) []byte {
	raw, err := encoding.DecodeString(text)
	check(err == nil, "not base64: %.20s", text)
	return raw
}

func hash(parts ...[]byte) []byte {
	sum := sha256.Sum256(bytes.Join(parts, nil))
	return sum[:]
}

// Section 2: the files, and the list of them.
func readFiles(path string) {
	archive, err := zip.OpenReader(path)
	check(err == nil, "no ZIP: %v", err)
	var list bytes.Buffer
	for _, file := range archive.File {
		check(file.Method == zip.Store && files[file.Name] == nil, "%s is compressed, or there twice", file.Name)
		reader, err := file.Open()
		check(err == nil, "%s: %v", file.Name, err)
		content, err := io.ReadAll(reader)
		check(err == nil, "%s is damaged: %v", file.Name, err)
		files[file.Name] = content
		if !strings.HasPrefix(file.Name, "SHA256SUMS") {
			fmt.Fprintf(&list, "%x  %s\n", hash(content), file.Name)
		}
	}
	check(bytes.Equal(list.Bytes(), files["SHA256SUMS"]), "the list of files is not that of these files")
}

// Section 4: the text of a signed note (C2SP signed-note), verified under a name and key.
func verifyNote(note []byte, name string, key ed25519.PublicKey) string {
	text, signatures, _ := strings.Cut(string(note), "\n\n")
	id := hash([]byte(name), []byte{'\n', 1}, key)[:4]
	for _, line := range strings.Split(signatures, "\n") {
		if signature, found := strings.CutPrefix(line, "\u2014 "+name+" "); found {
			raw := decode(standard, signature)
			if len(raw) == 68 && bytes.Equal(raw[:4], id) && ed25519.Verify(key, []byte(text+"\n"), raw[4:]) {
				return text + "\n"
			}
		}
	}
	check(false, "a note is not signed by %s", name)
	return ""
}

// Section 5: the root over leaf hashes (RFC 6962), and a checkpoint that commits to it.
func treeRoot(leaves [][]byte) []byte {
	if len(leaves) == 1 {
		return leaves[0]
	}
	split := 1
	for split*2 < len(leaves) {
		split *= 2
	}
	return hash([]byte{1}, treeRoot(leaves[:split]), treeRoot(leaves[split:]))
}

func verifyCheckpoint(note []byte, origin string, key ed25519.PublicKey, leaves [][]byte) int {
	lines := strings.Split(verifyNote(note, origin, key), "\n")
	check(len(lines) == 4 && lines[0] == origin, "a checkpoint of another log than %s", origin)
	size, err := strconv.Atoi(lines[1])
	check(err == nil && size > 0 && size <= len(leaves), "a checkpoint of no size there are leaves for")
	check(standard.EncodeToString(treeRoot(leaves[:size])) == lines[2], "the root of %d entries is not the signed one", size)
	return size
}

// Section 7: as much of X.509 as author certificates use; the root is its own issuer.
type certificate struct {
	Body struct {
		Raw                                asn1.RawContent
		Version, Serial, Algorithm, Issuer asn1.RawValue
		Validity                           struct{ From, To time.Time }
		Subject                            asn1.RawValue
		Public                             struct {
			Algorithm asn1.RawValue
			Key       asn1.BitString
		}
		Extensions asn1.RawValue
	}
	Algorithm asn1.RawValue
	Signature asn1.BitString
}

func readCertificate(der []byte, issuer *certificate) *certificate {
	var c certificate
	rest, err := asn1.Unmarshal(der, &c)
	check(err == nil && len(rest) == 0 && len(c.Body.Public.Key.Bytes) == 32, "a malformed certificate: %v", err)
	if issuer == nil {
		issuer = &c
	}
	check(bytes.Equal(c.Body.Issuer.FullBytes, issuer.Body.Subject.FullBytes), "a certificate of another authority")
	check(ed25519.Verify(issuer.Body.Public.Key.Bytes, c.Body.Raw, c.Signature.Bytes), "a certificate of another authority")
	return &c
}

// Section 6: one entry with its disclosures.
func verifyEntry(index int, sdJwt, ledger string, leaf []byte) {
	parts := strings.Split(sdJwt, "~")
	check(bytes.Equal(hash([]byte{0}, []byte(parts[0])), leaf), "entry %d is not at its place", index)
	jws := strings.Split(parts[0], ".")
	check(len(jws) == 3, "entry %d is no JWS", index)
	var header struct{ Typ, Alg, Kid string }
	var payload struct {
		Iat    float64
		Ledger string
		Data   json.RawMessage
	}
	check(json.Unmarshal(decode(url, jws[0]), &header) == nil && header.Alg == "Ed25519", "entry %d has another header", index)
	check(json.Unmarshal(decode(url, jws[1]), &payload) == nil && payload.Ledger == ledger, "entry %d was not sealed for this ledger", index)
	if authors[header.Kid] == nil {
		der := files["certificates/"+header.Kid+".der"]
		check(url.EncodeToString(hash(der)) == header.Kid, "certificate %s is missing or another", header.Kid)
		authors[header.Kid] = readCertificate(der, root)
	}
	author, at := authors[header.Kid].Body, time.UnixMilli(int64(payload.Iat*1000+0.5))
	check(!at.Before(author.Validity.From) && at.Before(author.Validity.To.Add(time.Second)), "entry %d was sealed outside of its certificate's life", index)
	check(ed25519.Verify(author.Public.Key.Bytes, []byte(jws[0]+"."+jws[1]), decode(url, jws[2])), "entry %d has a bad seal", index)
	seen := map[string]bool{}
	for _, disclosure := range parts[1 : len(parts)-1] {
		digest := url.EncodeToString(hash([]byte(disclosure)))
		check(!seen[digest] && bytes.Contains(payload.Data, []byte(`"`+digest+`"`)), "entry %d: a disclosure that was not sealed", index)
		seen[digest] = true
	}
}

func main() {
	readFiles(os.Args[1])
	var manifest struct {
		Format, Installation, Key, Ledger string
		TreeSize                          int
		Complete                          bool
	}
	check(json.Unmarshal(files["manifest.json"], &manifest) == nil && manifest.Format == "indelible-evidence/1", "another format")
	key := ed25519.PublicKey(decode(standard, manifest.Key))
	signed := verifyNote(files["SHA256SUMS.note"], manifest.Installation+"/evidence", key)
	check(signed == manifest.Format+"\n"+standard.EncodeToString(hash(files["SHA256SUMS"]))+"\n", "another list of files was signed")
	root = readCertificate(files["certificates/root.der"], nil)
	for directory, ledger := range map[string]string{"ledger/": manifest.Ledger, "platform/": "platform"} {
		var leaves [][]byte
		for n := 0; files[fmt.Sprintf("%sleaves/%06d", directory, n)] != nil; n++ {
			for all := files[fmt.Sprintf("%sleaves/%06d", directory, n)]; len(all) >= 32; all = all[32:] {
				leaves = append(leaves, all[:32])
			}
		}
		origin := manifest.Installation + "/" + ledger
		size := verifyCheckpoint(files[directory+"checkpoint"], origin, key, leaves)
		for notes := files[directory+"earlier-checkpoints"]; len(notes) > 2; notes = notes[2+int(notes[0])<<8+int(notes[1]):] {
			verifyCheckpoint(notes[2:2+int(notes[0])<<8+int(notes[1])], origin, key, leaves)
		}
		next, count := 0, 0
		for n := 0; files[fmt.Sprintf("%sentries/%06d", directory, n)] != nil; n++ {
			text := strings.TrimSuffix(string(files[fmt.Sprintf("%sentries/%06d", directory, n)]), "\n")
			for _, line := range strings.Split(text, "\n") {
				fields := strings.Split(line, " ")
				index, err := strconv.Atoi(fields[0])
				check(err == nil && index >= next && index < size, "entries are not in order")
				verifyEntry(index, fields[1], ledger, leaves[index])
				next, count = index+1, count+1
			}
		}
		check(directory == "platform/" || !manifest.Complete || count == manifest.TreeSize, "entries are missing")
		fmt.Printf("accepted %s: %d entries under a checkpoint of %d\n", ledger, count, size)
	}
}
