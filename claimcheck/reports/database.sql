CREATE TABLE articles (
  file TEXT PRIMARY KEY, source TEXT, published TEXT, lang TEXT, title TEXT, url TEXT, text TEXT
);
CREATE TABLE claims (
  id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(file), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  quote TEXT NOT NULL, sentence TEXT NOT NULL, lang TEXT, kind TEXT NOT NULL, value REAL, low REAL, high REAL,
  qualifier TEXT NOT NULL, unit TEXT, figure TEXT NOT NULL, counted TEXT, concept TEXT, event TEXT, place TEXT,
  time TEXT, issuer TEXT, source TEXT, published TEXT
);
CREATE TABLE questions (
  id TEXT PRIMARY KEY, label TEXT NOT NULL, verdict TEXT NOT NULL, why TEXT NOT NULL, links TEXT,
  outlets INTEGER, voices INTEGER,
  -- what a baseline and a coding scheme add, where they were asked for
  reviewed INTEGER NOT NULL, coded_by TEXT, coded_low NUMERIC, coded_best NUMERIC, coded_high NUMERIC
);
CREATE TABLE answers (
  question TEXT NOT NULL REFERENCES questions(id), claim TEXT NOT NULL REFERENCES claims(id),
  PRIMARY KEY (question, claim)
);
CREATE TABLE pairs (
  question TEXT NOT NULL REFERENCES questions(id), a TEXT NOT NULL REFERENCES claims(id),
  b TEXT NOT NULL REFERENCES claims(id), verdict TEXT NOT NULL, why TEXT NOT NULL
);
CREATE INDEX claims_of_article ON claims(article);
CREATE INDEX answers_by_claim ON answers(claim);

-- two claims side by side: who says what, and the words
CREATE VIEW disagreements AS
  SELECT p.verdict, p.question, q.label, a.figure AS figure_a, b.figure AS figure_b, p.why,
         a.article AS article_a, b.article AS article_b, a.source AS source_a, b.source AS source_b,
         a.issuer AS issuer_a, b.issuer AS issuer_b, a.published AS published_a, b.published AS published_b,
         a.quote AS quote_a, b.quote AS quote_b
  FROM pairs p JOIN questions q ON q.id = p.question JOIN claims a ON a.id = p.a JOIN claims b ON b.id = p.b
  WHERE p.verdict IN ('contradiction', 'internal', 'update');
CREATE VIEW contradictions AS SELECT * FROM disagreements WHERE verdict IN ('contradiction', 'internal');
CREATE VIEW updates AS SELECT * FROM disagreements WHERE verdict = 'update';
-- each distinct figure of a question, and how many articles print it
CREATE VIEW figures AS
  SELECT n.question, q.label, q.verdict, c.figure, count(DISTINCT c.article) AS articles, min(c.published) AS first
  FROM answers n JOIN questions q ON q.id = n.question JOIN claims c ON c.id = n.claim
  GROUP BY n.question, c.figure;
