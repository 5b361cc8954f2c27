// Command go-note is an outsider: it reads a claim about a public record as JSON from standard input, checks it with Go's
// own golang.org/x/mod/sumdb packages, and ends with 0 when all of it holds.
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type claim struct {
	Checkpoint  string      // signed note
	LogKey      string      // vkey, type 1
	WitnessKey  string      // vkey, type 4
	Index       int64       // of the entry
	Entry       []byte      // its bytes
	Inclusion   []tlog.Hash // proof that it stands in the checkpoint's tree
	OlderSize   int64       // of an earlier tree
	OlderRoot   tlog.Hash   // its root
	Consistency []tlog.Hash // proof that it is the beginning of the checkpoint's tree
	Stored      []tlog.Hash // all stored hashes of the tree, in the order of tlog.StoredHashIndex
	Proof       string      // alone with LogKey: the file of a proof of filing
	Content     string      // what the leaf of that proof is said to commit to
}

// witness checks cosignatures as https://c2sp.org/tlog-cosignature describes them; the note package knows type 1 only.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }
func (w witness) Verify(text, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	time := binary.BigEndian.Uint64(sig)
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, text)
	return ed25519.Verify(w.key, []byte(message), sig[8:])
}

func readWitness(vkey string) (witness, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return witness{}, errors.New("witness key: three parts wanted")
	}
	hash, err := strconv.ParseUint(parts[1], 16, 32)
	if err != nil {
		return witness{}, err
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return witness{}, errors.New("witness key: type 4 and 32 bytes wanted")
	}
	return witness{parts[0], uint32(hash), ed25519.PublicKey(key[1:])}, nil
}

func check(c claim) error {
	log, err := note.NewVerifier(c.LogKey)
	if err != nil {
		return err
	}
	seen, err := readWitness(c.WitnessKey)
	if err != nil {
		return err
	}
	opened, err := note.Open([]byte(c.Checkpoint), note.VerifierList(log, seen))
	if err != nil {
		return err
	}
	if len(opened.Sigs) != 2 {
		return fmt.Errorf("%d of 2 signatures are known", len(opened.Sigs))
	}
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return err
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return err
	}
	if lines[0] != log.Name() {
		return errors.New("the origin is not the name of the key")
	}
	if err := tlog.CheckRecord(c.Inclusion, size, root, c.Index, tlog.RecordHash(c.Entry)); err != nil {
		return err
	}
	if err := tlog.CheckTree(c.Consistency, size, root, c.OlderSize, c.OlderRoot); err != nil {
		return err
	}
	if int64(len(c.Stored)) != tlog.StoredHashCount(size) {
		return errors.New("another number of hashes is stored")
	}
	read := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for at, index := range indexes {
			hashes[at] = c.Stored[index]
		}
		return hashes, nil
	})
	if own, err := tlog.TreeHash(size, read); err != nil || own != root {
		return errors.New("the stored hashes give another root")
	}
	return nil
}

// checkProof reads the file of a proof (https://c2sp.org/tlog-proof) whose extra data is a salt of 32 bytes and a content.
func checkProof(c claim) error {
	head, checkpoint, found := strings.Cut(c.Proof, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a proof")
	}
	extra, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil || len(extra) < 32 || string(extra[32:]) != c.Content {
		return errors.New("the proof opens its leaf to something else")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return err
	}
	var path []tlog.Hash
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		path = append(path, hash)
	}
	log, err := note.NewVerifier(c.LogKey)
	if err != nil {
		return err
	}
	opened, err := note.Open([]byte(checkpoint), note.VerifierList(log))
	if err != nil {
		return err
	}
	signed := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(signed[1], 10, 64)
	if err != nil {
		return err
	}
	root, err := tlog.ParseHash(signed[2])
	if err != nil {
		return err
	}
	leaf := sha256.Sum256(append([]byte("thiqa/v1\x00"), extra...))
	return tlog.CheckRecord(path, size, root, index, tlog.RecordHash(leaf[:]))
}

func main() {
	var c claim
	err := json.NewDecoder(os.Stdin).Decode(&c)
	if err == nil && c.Proof != "" {
		err = checkProof(c)
	} else if err == nil {
		err = check(c)
	}
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
	fmt.Println("accepted")
}
