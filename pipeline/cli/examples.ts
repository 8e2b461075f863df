/** Command lines shown in the help: the same in every language, as they are typed. */
export const EXAMPLES = {
  program: `  gouji ingest 2024年部门决算.pdf
  gouji findings
  gouji extract 2024年部门决算.pdf --pretty`,
  ingest: `  gouji ingest 决算公开/ --db finance.sqlite
  gouji ingest 决算公开/ --rules my-rules.yaml
  gouji ingest 'downloads/**/*.pdf' --concurrency 4
  find . -name '*.pdf' | gouji ingest -`,
  extract: `  gouji extract 2024年部门决算.pdf --pretty
  gouji extract 2024年部门决算.pdf --rules my-rules.yaml
  gouji extract budget.html > budget.json`,
  crawl: `  gouji crawl --sources sources.yaml --dry-run
  gouji crawl --sources sources.yaml --source 澜桥市财政局
  gouji crawl --status`,
  watch: '  gouji watch --sources sources.yaml --db finance.sqlite',
  retry: `  gouji retry
  gouji retry --source 澜桥市财政局 --cause timeout`,
  diff: `  gouji diff 财政局2023年度部门决算
  gouji diff 3f2a9c01 --with 9b1c77d2 --json`,
  findings: `  gouji findings --document 财政局
  gouji findings --status unit_error
  gouji findings --state dismissed
  gouji findings --all --json`,
  review: `  gouji review 3f2a9c01b2d4 confirm
  gouji review 3f2a9c01b2d4 dismiss --reason 附注已说明
  gouji review 3f2a9c01b2d4 note 已电话询问
  gouji review 3f2a9c01b2d4 undo
  gouji review`,
  documents: `  gouji documents
  gouji documents --json`,
  show: `  gouji show 财政局
  gouji show 3f2a9c01 --json`,
  search: `  gouji search '信息化 运维'
  gouji search 公务接待费 --unit 财政局 --year 2023 --json`,
  export: `  gouji export facts --output facts.csv
  gouji export facts --form final.03 --year 2023 --format parquet --output facts.parquet
  gouji export findings --unit 财政局 --format xlsx --output findings.xlsx
  gouji export --package open-data/`,
  report: `  gouji report 财政局 --output 底稿.html
  gouji report 财政局 --format pdf --output 底稿.pdf --lang zh
  gouji report 3f2a9c01 --format xlsx --output 底稿.xlsx`,
  series: `  gouji series 财政局
  gouji series 财政局 --row 公务接待费
  gouji series 财政局 --row 2010301 --json`,
  rules: `  gouji rules
  gouji rules --rules my-rules.yaml --json`,
  source: `  gouji source try https://czj.example.gov.cn/zwgk/yjsgk/
  gouji source try https://czj.example.gov.cn/zwgk/yjsgk/ --sources sources.yaml --source 示例市财政局`,
  serve: `  gouji serve
  gouji serve --db finance.sqlite --port 8080
  gouji serve --host 0.0.0.0 --token-file token.txt`,
  backup: `  gouji backup 2026-01-31.sqlite
  gouji backup /media/disk/gouji.sqlite --db finance.sqlite`,
  verify: `  gouji verify
  gouji verify --db backup.sqlite --json`,
  replay: `  gouji replay
  gouji replay --since 0.1.0 --json`,
  doctor: '  gouji doctor',
} as const;
