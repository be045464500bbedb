package data

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// salvageOriginals finishes the zips of interrupted imports: complete files go into a new
// zip, the last, incomplete one is dropped. It also turns packs, the format in which
// earlier versions kept originals, into zips; nameOf returns the name of a file in a pack
// by its hash. It returns the number of files recovered from interrupted zips.
func salvageOriginals(database string, nameOf func(hash string) string) (recovered int, err error) {
	entries, err := os.ReadDir(OriginalsPath(database))
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return 0, nil
		}
		return 0, err
	}
	for _, e := range entries {
		path := filepath.Join(OriginalsPath(database), e.Name())
		switch {
		case strings.HasSuffix(e.Name(), ".zip"+unfinished):
			n, failure := rescue(database, path, strings.TrimSuffix(e.Name(), ".zip"+unfinished), zippedFiles)
			recovered, err = recovered+n, errors.Join(err, failure)
		case e.IsDir() && e.Name() == "packs":
			err = errors.Join(err, convertPacks(database, path, nameOf))
		}
	}
	return recovered, err
}

// rescue writes the complete files of content into a zip, removes the source, and returns
// how many files there were.
func rescue(database, path, name string, split func([]byte) []original) (int, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return 0, err
	}
	files := split(content)
	if len(files) > 0 {
		// Under another name, since the source is kept until the zip is complete.
		w, err := newZipWriter(database, name+"-recovered")
		if err != nil {
			return 0, err
		}
		for _, o := range files {
			if err := w.add(o); err != nil {
				return 0, errors.Join(err, w.finish())
			}
		}
		if err := w.finish(); err != nil {
			return 0, err
		}
	}
	return len(files), os.Remove(path)
}

// The length of the fixed part of the header of each file in a zip, and its signature.
const (
	zipLocalHead = 30
	zipLocalSign = 0x04034b50
)

// zippedFiles are the files at the beginning of a zip that has no directory, up to the
// first incomplete one.
func zippedFiles(content []byte) []original {
	var files []original
	for len(content) >= zipLocalHead && binary.LittleEndian.Uint32(content) == zipLocalSign {
		sum, size := binary.LittleEndian.Uint32(content[14:]), int64(binary.LittleEndian.Uint32(content[18:]))
		name, extra := int64(binary.LittleEndian.Uint16(content[26:])), int64(binary.LittleEndian.Uint16(content[28:]))
		from := zipLocalHead + name + extra
		if from+size > int64(len(content)) || crc32.ChecksumIEEE(content[from:from+size]) != sum {
			break
		}
		body := content[from : from+size]
		files = append(files, original{hashOfContent(body), string(content[zipLocalHead : zipLocalHead+name]), body})
		content = content[from+size:]
	}
	return files
}

func hashOfContent(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// convertPacks makes a zip of each pack and removes the packs.
func convertPacks(database, folder string, nameOf func(hash string) string) error {
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".pack")
		_, failure := rescue(database, filepath.Join(folder, e.Name()), "pack-"+name, func(content []byte) []original {
			files := packedFiles(content)
			for i := range files {
				if name := nameOf(files[i].hash); name != "" {
					files[i].name = baseName(name)
				}
			}
			return files
		})
		err = errors.Join(err, failure)
	}
	if err != nil {
		return err
	}
	return os.Remove(folder)
}

// packedFiles are the files of a pack, each stored as sha256, length in eight bytes, and
// content, up to the first that was cut off.
func packedFiles(content []byte) []original {
	const head = sha256.Size + 8
	var files []original
	for len(content) >= head {
		hash, size := hex.EncodeToString(content[:sha256.Size]), binary.LittleEndian.Uint64(content[sha256.Size:])
		if size > uint64(len(content)-head) {
			break
		}
		body := content[head : head+int(size)]
		if hashOfContent(body) == hash {
			files = append(files, original{hash, hash[:12], body})
		}
		content = content[head+int(size):]
	}
	return files
}
