// Command go-witness is a peer written from https://c2sp.org/tlog-witness over Go's own golang.org/x/mod/sumdb, for tests:
// `serve <log vkey>` is a witness that tells its verifier key and its port on two lines; `ask <url> <witness vkey>` is a log that asks
// one, for the key of the documentation of sumdb/note, and ends with 0 when every answer is what the specification wants.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const logKey = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"

// cosigner makes and checks cosignatures of type 4, which the note package does not know.
type cosigner struct {
	name   string
	hash   uint32
	public ed25519.PublicKey
	secret ed25519.PrivateKey
}

func newCosigner(name string, public ed25519.PublicKey, secret ed25519.PrivateKey) cosigner {
	sum := sha256.Sum256(append([]byte(name+"\n\x04"), public...))
	return cosigner{name, binary.BigEndian.Uint32(sum[:]), public, secret}
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Sign(text []byte) ([]byte, error) {
	now := uint64(time.Now().Unix())
	sig := ed25519.Sign(c.secret, []byte(fmt.Sprintf("cosignature/v1\ntime %d\n%s", now, text)))
	return append(binary.BigEndian.AppendUint64(nil, now), sig...), nil
}
func (c cosigner) Verify(text, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), text)
	return ed25519.Verify(c.public, []byte(message), sig[8:])
}
func (c cosigner) vkey() string {
	key := base64.StdEncoding.EncodeToString(append([]byte{4}, c.public...))
	return fmt.Sprintf("%s+%08x+%s", c.name, c.hash, key)
}

func parseHead(text string) (origin string, size int64, root tlog.Hash, err error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 4 {
		return "", 0, root, errors.New("not a checkpoint")
	}
	if size, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return
	}
	root, err = tlog.ParseHash(lines[2])
	return lines[0], size, root, err
}

type witness struct {
	sync.Mutex
	log  note.Verifier
	self cosigner
	size int64
	root tlog.Hash
	last []byte
}

func (w *witness) add(body []byte) (int, string) {
	head, message, found := bytes.Cut(body, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	old, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "old "), 10, 64)
	if !found || err != nil {
		return 400, "not a request\n"
	}
	var proof tlog.TreeProof
	for _, line := range lines[1:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return 400, "not a hash\n"
		}
		proof = append(proof, hash)
	}
	if origin, _, _ := strings.Cut(string(message), "\n"); origin != w.log.Name() {
		return 404, "unknown log\n"
	}
	opened, err := note.Open(message, note.VerifierList(w.log))
	if err != nil {
		return 403, "not signed\n"
	}
	_, size, root, err := parseHead(opened.Text)
	if err != nil || old > size {
		return 400, "not a checkpoint\n"
	}
	if old != w.size {
		return 409, fmt.Sprintf("%d\n", w.size)
	}
	if w.size > 0 && tlog.CheckTree(proof, size, root, w.size, w.root) != nil {
		return 422, "not consistent\n"
	}
	signed, err := note.Sign(&note.Note{Text: opened.Text}, w.self)
	if err != nil {
		return 500, "not signed\n"
	}
	lastCut := bytes.LastIndex(signed, []byte("\n\n"))
	w.size, w.root = size, root
	w.last = append(append([]byte{}, message...), signed[lastCut+2:]...)
	return 200, string(signed[lastCut+2:])
}

func (w *witness) ServeHTTP(out http.ResponseWriter, in *http.Request) {
	w.Lock()
	defer w.Unlock()
	if in.Method == "GET" && w.last != nil {
		if in.URL.Path == fmt.Sprintf("/%x/checkpoint", sha256.Sum256([]byte(w.log.Name()))) {
			out.Write(w.last)
			return
		}
	}
	if in.Method != "POST" || in.URL.Path != "/add-checkpoint" {
		http.NotFound(out, in)
		return
	}
	body, _ := io.ReadAll(in.Body)
	status, answer := w.add(body)
	if status == 409 {
		out.Header().Set("Content-Type", "text/x.tlog.size")
	}
	out.WriteHeader(status)
	io.WriteString(out, answer)
}

func serve(vkey string) error {
	log, err := note.NewVerifier(vkey)
	if err != nil {
		return err
	}
	public, secret, err := ed25519.GenerateKey(nil)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	self := newCosigner("go.example/witness", public, secret)
	fmt.Printf("%s\n%d\n", self.vkey(), listener.Addr().(*net.TCPAddr).Port)
	return http.Serve(listener, &witness{log: log, self: self})
}

// tree holds the stored hashes of made up records.
type tree []tlog.Hash

func (t tree) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for at, index := range indexes {
		hashes[at] = t[index]
	}
	return hashes, nil
}

func grow(size int64, word string) (t tree, root tlog.Hash, err error) {
	for at := int64(0); at < size; at++ {
		hashes, err := tlog.StoredHashes(at, []byte(fmt.Sprintf("%s %d", word, at)), t)
		if err != nil {
			return nil, root, err
		}
		t = append(t, hashes...)
	}
	root, err = tlog.TreeHash(size, t)
	return
}

type asker struct {
	url    string
	signer note.Signer
	seen   cosigner
}

func (a asker) ask(old, size int64, word string) (status int, kind string, answer string, err error) {
	grown, root, err := grow(size, word)
	if err != nil {
		return
	}
	checkpoint, err := note.Sign(&note.Note{Text: fmt.Sprintf("%s\n%d\n%s\n", a.signer.Name(), size, root)}, a.signer)
	if err != nil {
		return
	}
	body := fmt.Sprintf("old %d\n", old)
	if old > 0 && old <= size {
		proof, err := tlog.ProveTree(size, old, grown)
		if err != nil {
			return 0, "", "", err
		}
		for _, hash := range proof {
			body += hash.String() + "\n"
		}
	}
	response, err := http.Post(a.url+"/add-checkpoint", "text/plain", strings.NewReader(body+"\n"+string(checkpoint)))
	if err != nil {
		return
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode == 200 {
		_, err = note.Open(append(checkpoint, text...), note.VerifierList(a.seen))
	}
	return response.StatusCode, response.Header.Get("Content-Type"), string(text), err
}

func ask(url, vkey string) error {
	signer, err := note.NewSigner(logKey)
	if err != nil {
		return err
	}
	parts := strings.SplitN(vkey, "+", 3)
	key, err := base64.StdEncoding.DecodeString(parts[len(parts)-1])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return errors.New("witness key: type 4 and 32 bytes wanted")
	}
	seen := newCosigner(parts[0], ed25519.PublicKey(key[1:]), nil)
	if seen.vkey() != vkey {
		return errors.New("witness key: another id")
	}
	a := asker{url, signer, seen}
	for _, step := range []struct {
		old, size int64
		word      string
		wanted    int
		answer    string
	}{
		{0, 3, "record", 200, ""},
		{3, 100, "record", 200, ""},
		{100, 100, "record", 200, ""},
		{0, 101, "record", 409, "100\n"},
		{3, 101, "record", 409, "100\n"},
		{100, 100, "other", 422, ""},
		{100, 120, "other", 422, ""},
		{120, 100, "record", 400, ""},
		{100, 1025, "record", 200, ""},
	} {
		status, kind, answer, err := a.ask(step.old, step.size, step.word)
		if err != nil {
			return err
		}
		if status != step.wanted || (step.answer != "" && (answer != step.answer || kind != "text/x.tlog.size")) {
			return fmt.Errorf("from %d to %d (%s): %d %q %q", step.old, step.size, step.word, status, kind, answer)
		}
	}
	return nil
}

func main() {
	err := errors.New("serve <log vkey> | ask <url> <witness vkey>")
	if len(os.Args) == 3 && os.Args[1] == "serve" {
		err = serve(os.Args[2])
	} else if len(os.Args) == 4 && os.Args[1] == "ask" {
		err = ask(os.Args[2], os.Args[3])
	}
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
	fmt.Println("accepted")
}
