package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"nianbao/data/form"
)

// decimal is the SQL of a value in millionths as an exact decimal; a division would
// return a float.
func decimal(value string) string {
	return `CAST(CAST(` + value + ` AS DECIMAL(18,0)) * CAST(0.000001 AS DECIMAL(6,6)) AS DECIMAL(18,6))`
}

// view is a view for users, with a comment for each column that needs one.
type view struct {
	name    string
	comment string
	text    string
	columns [][2]string // name, comment
}

// views are the views for users; other programs rely on their names.
func views(c *columns) []view {
	all := []view{
		{name: "reports", comment: "有效的年报，每单位每年一行", text: `SELECT r.report_id, r.unit, r.region, r.agency, r.year, r.edition, r.title, r.file, r.sheet, r.imported_at,
			(r.figures + coalesce(t.n, 0))::INTEGER AS figures, coalesce(f.findings, 0)::INTEGER AS findings, CASE WHEN r.report_id IN (SELECT report_id FROM store.contains) THEN 'whole' ELSE 'own' END AS scope, coalesce(d.kind, 'form') AS source_kind
			FROM store.reports r LEFT JOIN store.documents d USING (report_id)
			LEFT JOIN (SELECT report_id, count(*) AS n FROM store.taken t ANTI JOIN store.cells c ON c.report_id = t.report_id AND c.position = t.position GROUP BY report_id) t USING (report_id) LEFT JOIN (SELECT report_id, count(*) AS findings FROM store.findings GROUP BY report_id) f USING (report_id)`},
		{name: "figures", comment: "有效年报的每个数，一数一行；更正过的给出更正后的值和状态，raw 仍是文件中的原文", text: `SELECT r.report_id, r.unit, r.region, r.year, r.edition, c.table_id, c.item_id, c.column_id,
			` + decimal("f.value") + ` AS value, f.status, f.raw, coalesce(f.file, r.file) AS file, coalesce(f.sheet, r.sheet) AS sheet, f.cell
			FROM store.figures f JOIN store.reports r USING (report_id) JOIN store.columns c USING (position)`},
		{name: "sources", comment: "有效年报的各个来源，每个来源一行", text: `SELECT r.report_id, r.unit, r.region, r.year, f.file, f.sheet, coalesce(d.kind, 'form') AS source_kind, f.imported_at, f.figures,
			coalesce(s.confirms, 0) AS confirms, coalesce(s.contradicts, 0) AS contradicts
			FROM store.reports r LEFT JOIN store.sources s USING (report_id)
			JOIN (SELECT report_id, file, sheet, imported_at, figures FROM store.reports UNION ALL SELECT report_id, file, sheet, imported_at, figures FROM store.revisions) f
				ON f.report_id = coalesce(s.source_id, r.report_id)
			LEFT JOIN store.documents d ON d.report_id = f.report_id`},
		{name: "bodies", comment: "单位名录：每个单位一行", text: bodiesView(),
			columns: [][2]string{{"agency", "全称"}, {"kind", "类型"}, {"parent_id", "上级的 body_id"}, {"names", "其他名称"}, {"expected", "是否应报"}}},
		{name: "findings", comment: "核对发现的问题", text: `SELECT f.report_id, r.unit, r.year, f.rule, f.severity, f.table_id, f.item_id, f.column_id,
			` + decimal("f.left_value") + ` AS left_value, ` + decimal("f.right_value") + ` AS right_value, ` +
			decimal("f.left_value - f.right_value") + ` AS difference, f.message, f.verdict, p.repair
			FROM store.findings f JOIN store.reports r USING (report_id)
			LEFT JOIN store.repairs p ON p.report_id = f.report_id AND p.rule = f.rule AND p.table_id = f.table_id AND p.item_id = f.item_id AND p.column_id = f.column_id`,
			columns: [][2]string{{"repair", "建议改哪个数"}}},
		{name: "narrative", comment: "正文：一、总体情况，五、存在问题，六、其他事项，一段一行", text: `SELECT report_id, unit, region, year, p.Section AS section, p.Text AS text
			FROM (SELECT r.report_id, r.unit, r.region, r.year,
				unnest(from_json(d.narrative, '[{"Section": "VARCHAR", "Text": "VARCHAR"}]')) AS p
				FROM store.documents d JOIN store.reports r USING (report_id))`,
			columns: [][2]string{{"section", "一、五或六"}}},
		{name: "amendments", comment: "更正过的数，一数一行", text: `SELECT r.report_id, r.unit, r.region, r.year, c.table_id, c.item_id, c.column_id,
			` + decimal("p.value") + ` AS original_value, p.status AS original_status, p.raw AS original_raw,
			` + decimal("a.value") + ` AS value, CASE a.status WHEN 110 THEN 'number' WHEN 98 THEN 'blank' ELSE 'na' END AS status,
			a.reason, a.made_at AS corrected_at, a.state
			FROM (SELECT *, report_id AS holds, 'in-force' AS state FROM store.amended UNION ALL BY NAME SELECT * EXCLUDE (in_force), in_force AS holds, 'pending' AS state FROM store.pending) a
			JOIN store.reports r ON r.report_id = a.holds JOIN store.printed p ON p.report_id = a.report_id AND p.position = a.position
			JOIN store.columns c ON c.position = a.position`,
			columns: [][2]string{{"original_value", "文件中的值"}, {"state", "in-force 有效；pending 由后来的文件更新，待确认"}}},
	}
	for _, w := range []struct {
		name, comment string
		keys          []form.Key
		label         func(form.Key) string
	}{
		{"applications", "申请：收到、结转、办结，按申请人", applicationKeys(), itemAndColumn},
		{"outcomes", "办理结果：总计列", outcomeKeys(form.TotalColumnID), itemOnly},
		{"enforcement", "行政许可、处罚、强制", tableKeys("licensing", "enforcement"), itemAndColumn},
		{"disputes", "行政复议、行政诉讼", tableKeys(form.ReviewTable), itemAndColumn},
	} {
		all = append(all, wideView(c, w.name, w.comment, w.keys, w.label))
	}
	return all
}

// wideView is a view with a row for each report and a column for each key.
func wideView(c *columns, name, comment string, keys []form.Key, label func(form.Key) string) view {
	v := view{name: name, comment: comment}
	fields := []string{"report_id", "unit", "region", "year", "edition"}
	for _, k := range keys {
		source, ok := c.name(k)
		if !ok {
			continue
		}
		fields = append(fields, decimal(source)+" AS "+label(k))
		_, it, col, _ := form.Describe(k)
		v.columns = append(v.columns, [2]string{label(k), it.Label + " · " + col.Label})
	}
	v.text = "SELECT " + strings.Join(fields, ",\n") + " FROM store.wide"
	return v
}

func itemAndColumn(k form.Key) string { return strings.ReplaceAll(k.Item+"_"+k.Column, "-", "_") }
func itemOnly(k form.Key) string      { return strings.ReplaceAll(k.Item, "-", "_") }

// syncViews replaces the views if their SQL has changed since they were created.
func syncViews(ctx context.Context, conn *sql.Conn, c *columns) error {
	statements := viewStatements(views(c))
	whole := strings.Join(statements, ";\n")
	var current string
	err := conn.QueryRowContext(ctx, `SELECT coalesce(max(views), '') FROM store.generated`).Scan(&current)
	if err != nil || current == whole {
		return err
	}
	return inTransaction(ctx, conn, func() error {
		if _, err := conn.ExecContext(ctx, whole); err != nil {
			return err
		}
		if _, err := conn.ExecContext(ctx, `DELETE FROM store.generated`); err != nil {
			return err
		}
		_, err := conn.ExecContext(ctx, `INSERT INTO store.generated VALUES (?)`, whole)
		return err
	})
}

func viewStatements(all []view) []string {
	var statements []string
	for _, v := range all {
		statements = append(statements, `CREATE OR REPLACE VIEW main.`+v.name+` AS `+v.text,
			`COMMENT ON VIEW main.`+v.name+` IS `+quote(v.comment))
		for _, column := range v.columns {
			statements = append(statements, `COMMENT ON COLUMN main.`+v.name+`.`+column[0]+` IS `+quote(column[1]))
		}
	}
	return statements
}

// ViewNames lists the views that users can query.
func ViewNames() []string {
	var names []string
	for _, v := range views(&columns{}) {
		names = append(names, v.name)
	}
	return names
}

// ViewColumn is a column of a view that users can query.
type ViewColumn struct {
	View, Column, Type, Comment string
}

// ViewColumns lists the views for users and their columns in order.
func (s *Store) ViewColumns(ctx context.Context) ([]ViewColumn, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT c.table_name, c.column_name, c.data_type, coalesce(c.comment, '')
		FROM duckdb_columns() c JOIN duckdb_views() v
			ON v.database_name = c.database_name AND v.schema_name = c.schema_name AND v.view_name = c.table_name
		WHERE c.database_name = 'nianbao' AND c.schema_name = 'main' AND NOT v.internal
		ORDER BY v.view_oid, c.column_index`)
	if err != nil {
		return nil, fmt.Errorf("list the views: %w", duckdbError(err))
	}
	defer rows.Close()
	var list []ViewColumn
	for rows.Next() {
		var v ViewColumn
		if err := rows.Scan(&v.View, &v.Column, &v.Type, &v.Comment); err != nil {
			return nil, fmt.Errorf("list the views: %w", err)
		}
		list = append(list, v)
	}
	// A replaced view has a higher number than its neighbours.
	order := map[string]int{}
	for i, v := range views(s.columns) {
		order[v.name] = i
	}
	slices.SortStableFunc(list, func(a, b ViewColumn) int { return order[a.View] - order[b.View] })
	return list, rows.Err()
}
