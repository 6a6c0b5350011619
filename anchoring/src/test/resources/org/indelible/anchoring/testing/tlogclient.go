// Tlogclient judges a log in tlog-tiles form with golang.org/x/mod, which knows nothing of the program that wrote it.
//
//	go run tlogclient.go <directory> <verifier key>
//
// It opens the checkpoint, computes the tree hash from the tiles, and checks that each entry of the entry bundles is in
// the tree and that the tree grew from each smaller one. In logs of more than 2000 entries it takes an even sample.
package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	height = 8
	width  = 1 << height
	sample = 2000
)

// files reads tiles from a directory; x/mod puts the tile height into paths, tlog-tiles does not.
type files string

func (dir files) Height() int { return height }

func (dir files) SaveTiles([]tlog.Tile, [][]byte) {}

func (dir files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var contents [][]byte
	for _, tile := range tiles {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		content, err := os.ReadFile(filepath.Join(string(dir), path))
		if err != nil {
			return nil, err
		}
		contents = append(contents, content)
	}
	return contents, nil
}

func (dir files) checkpoint(vkey string) (tlog.Tree, error) {
	var tree tlog.Tree
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tree, err
	}
	content, err := os.ReadFile(filepath.Join(string(dir), "checkpoint"))
	if err != nil {
		return tree, err
	}
	opened, err := note.Open(content, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tree, errors.New("checkpoint is not origin, size and root under the name of its key")
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return tree, err
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

func (dir files) entries(size int64) ([][]byte, error) {
	var entries [][]byte
	for first := int64(0); first < size; first += width {
		tile := tlog.Tile{H: height, L: 0, N: first / width, W: int(min(width, size-first))}
		path := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
		bundle, err := os.ReadFile(filepath.Join(string(dir), path))
		if err != nil {
			return nil, err
		}
		for len(bundle) >= 2 {
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			if end > len(bundle) {
				return nil, fmt.Errorf("%s: entry after its end", path)
			}
			entries = append(entries, bundle[2:end])
			bundle = bundle[end:]
		}
		if len(bundle) != 0 || len(entries) != int(first)+tile.W {
			return nil, fmt.Errorf("%s: not %d entries", path, tile.W)
		}
	}
	return entries, nil
}

func check(dir files, vkey string) (tlog.Tree, error) {
	tree, err := dir.checkpoint(vkey)
	if err != nil {
		return tree, err
	}
	hashes := tlog.TileHashReader(tree, dir)
	hash, err := tlog.TreeHash(tree.N, hashes)
	if err != nil {
		return tree, err
	}
	if tree.N > 0 && hash != tree.Hash {
		return tree, fmt.Errorf("tiles give root %v, checkpoint says %v", hash, tree.Hash)
	}
	entries, err := dir.entries(tree.N)
	if err != nil {
		return tree, err
	}
	for n := int64(0); n < tree.N; n += 1 + tree.N/sample {
		record, err := tlog.ProveRecord(tree.N, n, hashes)
		if err != nil {
			return tree, err
		}
		if err := tlog.CheckRecord(record, tree.N, tree.Hash, n, tlog.RecordHash(entries[n])); err != nil {
			return tree, fmt.Errorf("entry %d: %w", n, err)
		}
		old, err := tlog.TreeHash(n+1, hashes)
		if err != nil {
			return tree, err
		}
		growth, err := tlog.ProveTree(tree.N, n+1, hashes)
		if err != nil {
			return tree, err
		}
		if err := tlog.CheckTree(growth, tree.N, tree.Hash, n+1, old); err != nil {
			return tree, fmt.Errorf("size %d: %w", n+1, err)
		}
	}
	return tree, nil
}

func main() {
	tree, err := check(files(os.Args[1]), os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("accepted %d %v\n", tree.N, tree.Hash)
}
