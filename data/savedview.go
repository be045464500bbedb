package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

// SavedView is a query that was saved under a name.
type SavedView struct {
	Name    string
	Query   Query
	Window  string // what the window saves with it, in its own format
	SavedAt time.Time
}

// ErrNoName says that a view to be saved has no name.
var ErrNoName = errors.New("a saved view needs a name")

// ErrNoView says that there is no saved view of that name.
var ErrNoView = errors.New("there is no saved view of that name")

// SaveView saves a view under its name and replaces one that already has it. It returns
// ErrNoName, or ErrWriterBusy during an import.
func (s *Store) SaveView(ctx context.Context, v SavedView) error {
	v.Name = strings.TrimSpace(v.Name)
	if v.Name == "" {
		return ErrNoName
	}
	query, err := json.Marshal(v.Query)
	if err != nil {
		return fmt.Errorf("save the view %s: %w", v.Name, err)
	}
	err = s.write(ctx, func(conn *sql.Conn) error {
		if _, err := conn.ExecContext(ctx, `DELETE FROM store.saved_views WHERE name = ?`, v.Name); err != nil {
			return err
		}
		_, err := conn.ExecContext(ctx, `INSERT INTO store.saved_views VALUES (?, ?, ?, now())`, v.Name, string(query), v.Window)
		return err
	})
	if err != nil {
		return fmt.Errorf("save the view %s: %w", v.Name, err)
	}
	return nil
}

// SavedViews lists the saved views by name.
func (s *Store) SavedViews(ctx context.Context) ([]SavedView, error) {
	var list []SavedView
	err := eachRow(ctx, s.db, `SELECT name, query, window_state, saved_at FROM store.saved_views ORDER BY name`, func(rows *sql.Rows) error {
		var v SavedView
		var query string
		if err := rows.Scan(&v.Name, &query, &v.Window, &v.SavedAt); err != nil {
			return err
		}
		list = append(list, v)
		return json.Unmarshal([]byte(query), &list[len(list)-1].Query)
	})
	if err != nil {
		return nil, fmt.Errorf("list the saved views: %w", err)
	}
	return list, nil
}

// DeleteView deletes a saved view. It is no error if there is none.
func (s *Store) DeleteView(ctx context.Context, name string) error {
	err := s.write(ctx, func(conn *sql.Conn) error {
		_, err := conn.ExecContext(ctx, `DELETE FROM store.saved_views WHERE name = ?`, strings.TrimSpace(name))
		return err
	})
	if err != nil {
		return fmt.Errorf("delete the view %s: %w", name, err)
	}
	return nil
}

// RenameView gives a saved view another name and replaces a view that already has it. It
// returns ErrNoName, ErrNoView, or ErrWriterBusy during an import.
func (s *Store) RenameView(ctx context.Context, from, to string) error {
	to = strings.TrimSpace(to)
	if to == "" {
		return ErrNoName
	}
	if from == to {
		return nil
	}
	err := s.write(ctx, func(conn *sql.Conn) error {
		if _, err := conn.ExecContext(ctx, `DELETE FROM store.saved_views WHERE name = ? AND EXISTS (SELECT 1 FROM store.saved_views WHERE name = ?)`, to, from); err != nil {
			return err
		}
		result, err := conn.ExecContext(ctx, `UPDATE store.saved_views SET name = ? WHERE name = ?`, to, from)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, ErrNoView)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("rename the view %s: %w", from, err)
	}
	return nil
}

// write runs do in a transaction, as the only writer.
func (s *Store) write(ctx context.Context, do func(*sql.Conn) error) error {
	if err := s.lockWriter(); err != nil {
		return err
	}
	defer s.unlockWriter()
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return duckdbError(err)
	}
	defer conn.Close()
	return writeLinked(ctx, conn, func() error { return do(conn) })
}
