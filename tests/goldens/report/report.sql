BEGIN TRANSACTION;
CREATE TABLE answers (
  question TEXT NOT NULL REFERENCES questions(id), claim TEXT NOT NULL REFERENCES claims(id),
  PRIMARY KEY (question, claim)
);
INSERT INTO "answers" VALUES('Q1','k1');
INSERT INTO "answers" VALUES('Q1','k2');
INSERT INTO "answers" VALUES('Q1','k3');
INSERT INTO "answers" VALUES('Q2','k4');
INSERT INTO "answers" VALUES('Q2','k5');
INSERT INTO "answers" VALUES('Q2','k6');
INSERT INTO "answers" VALUES('Q3','k7');
INSERT INTO "answers" VALUES('Q3','k8');
INSERT INTO "answers" VALUES('Q4','k9');
INSERT INTO "answers" VALUES('Q4','k10');
INSERT INTO "answers" VALUES('Q5','k11');
INSERT INTO "answers" VALUES('Q5','k12');
INSERT INTO "answers" VALUES('Q6','k13');
CREATE TABLE articles (
  file TEXT PRIMARY KEY, source TEXT, published TEXT, lang TEXT, title TEXT, url TEXT, text TEXT
);
INSERT INTO "articles" VALUES('quake/a_wire.txt','Reuters','2024-05-02T13:15:00+03:00','en','Quake hits the coast',NULL,'Quake hits the coast

At least 38 people were killed on Thursday, the governor said. About 1,500 houses collapsed. Damage may reach $2.5 billion.
');
INSERT INTO "articles" VALUES('quake/b_wire.txt','Reuters','2024-05-04','en','The toll has risen to 252 dead, the ministry of health said.',NULL,'The toll has risen to 252 dead, the ministry of health said. [bold]Some 1,500 houses[/bold] fell.
');
INSERT INTO "articles" VALUES('quake/c.txt','الساحل اليوم','2024-05-02','ar','60 قتيلا في زلزال الساحل',NULL,'60 قتيلا في زلزال الساحل

200 جندي وصلوا إلى البلدة، بحسب المحافظ، للمشاركة في رفع الأنقاض من الشوارع.
وقالت وزارة الصحة إن 60 شخصا قتلوا حتى مساء الخميس 2 أيار 2024 في البلدة القديمة وحدها.
');
INSERT INTO "articles" VALUES('quake/d.txt',NULL,NULL,'ar','وقال المحافظ إن نحو 400 جندي وصلوا إلى البلدة [31mصباح الخم',NULL,'وقال المحافظ إن نحو 400 جندي وصلوا إلى البلدة [31mصباح الخميس‮ مع 12 شاحنة و3 جرافات.
ثلثا القتلى أطفال. ولا يزال عشرات الأشخاص تحت الأنقاض.
');
INSERT INTO "articles" VALUES('quake/e.txt','صوت الجبل','2024-05-03','ar','ووصل ما بين 300 و350 جنديا، وقال ناطق إن 70 في المئة من القت',NULL,'ووصل ما بين 300 و350 جنديا، وقال ناطق إن 70 في المئة من القتلى أطفال، ولا مفقودين تحت الأنقاض.
');
CREATE TABLE claims (
  id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(file), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  quote TEXT NOT NULL, sentence TEXT NOT NULL, lang TEXT, kind TEXT NOT NULL, value REAL, low REAL, high REAL,
  qualifier TEXT NOT NULL, unit TEXT, figure TEXT NOT NULL, counted TEXT, concept TEXT, event TEXT, place TEXT,
  time TEXT, issuer TEXT, source TEXT, published TEXT
);
INSERT INTO "claims" VALUES('k1','quake/c.txt',26,34,'200 جندي','200 جندي وصلوا إلى البلدة، بحسب المحافظ، للمشاركة في رفع الأنقاض من الشوارع.','ar','count',200.0,200.0,200.0,'exact',NULL,'200','جندي','soldier','arrived',NULL,NULL,'المحافظ','الساحل اليوم','2024-05-02');
INSERT INTO "claims" VALUES('k2','quake/d.txt',16,28,'نحو 400 جندي','وقال المحافظ إن نحو 400 جندي وصلوا إلى البلدة [31mصباح الخميس‮ مع 12 شاحنة و3 جرافات.','ar','count',400.0,350.0,450.0,'about',NULL,'~400','جندي','soldier','arrived',NULL,NULL,'المحافظ',NULL,NULL);
INSERT INTO "claims" VALUES('k3','quake/e.txt',5,26,'ما بين 300 و350 جنديا','ووصل ما بين 300 و350 جنديا، وقال ناطق إن 70 في المئة من القتلى أطفال، ولا مفقودين تحت الأنقاض.','ar','count',325.0,300.0,350.0,'range',NULL,'300..350','جنديا','soldier','arrived',NULL,NULL,NULL,'صوت الجبل','2024-05-03');
INSERT INTO "claims" VALUES('k4','quake/a_wire.txt',22,40,'At least 38 people','At least 38 people were killed on Thursday, the governor said','en','count',38.0,38.0,NULL,'at_least',NULL,'≥38','people','person','killed',NULL,NULL,'the governor','Reuters','2024-05-02T13:15:00+03:00');
INSERT INTO "claims" VALUES('k5','quake/c.txt',124,131,'60 شخصا','وقالت وزارة الصحة إن 60 شخصا قتلوا حتى مساء الخميس 2 أيار 2024 في البلدة القديمة وحدها.','ar','count',60.0,60.0,60.0,'exact',NULL,'60','شخصا','person','killed',NULL,NULL,'وزارة الصحة','الساحل اليوم','2024-05-02');
INSERT INTO "claims" VALUES('k6','quake/b_wire.txt',22,30,'252 dead','The toll has risen to 252 dead, the ministry of health said','en','count',252.0,252.0,252.0,'exact',NULL,'252','dead','person','killed',NULL,NULL,'the ministry of health','Reuters','2024-05-04');
INSERT INTO "claims" VALUES('k7','quake/d.txt',87,98,'ثلثا القتلى','ثلثا القتلى أطفال','ar','share',0.6667,0.66,0.67,'exact',NULL,'66.7%','القتلى','child','killed',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "claims" VALUES('k8','quake/e.txt',41,62,'70 في المئة من القتلى','ووصل ما بين 300 و350 جنديا، وقال ناطق إن 70 في المئة من القتلى أطفال، ولا مفقودين تحت الأنقاض.','ar','share',0.7,0.7,0.7,'exact',NULL,'70%','القتلى','child','killed',NULL,NULL,'ناطق','صوت الجبل','2024-05-03');
INSERT INTO "claims" VALUES('k9','quake/d.txt',115,128,'عشرات الأشخاص','ولا يزال عشرات الأشخاص تحت الأنقاض.','ar','count',NULL,20.0,199.0,'vague',NULL,'~20..199','الأشخاص','person','missing',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "claims" VALUES('k10','quake/e.txt',71,81,'لا مفقودين','ووصل ما بين 300 و350 جنديا، وقال ناطق إن 70 في المئة من القتلى أطفال، ولا مفقودين تحت الأنقاض.','ar','count',0.0,0.0,0.0,'exact',NULL,'0','مفقودين','person','missing',NULL,NULL,NULL,'صوت الجبل','2024-05-03');
INSERT INTO "claims" VALUES('k11','quake/a_wire.txt',85,103,'About 1,500 houses','About 1,500 houses collapsed','en','count',1500.0,1450.0,1550.0,'about',NULL,'~1,500','houses','house','destroyed',NULL,NULL,NULL,'Reuters','2024-05-02T13:15:00+03:00');
INSERT INTO "claims" VALUES('k12','quake/b_wire.txt',67,84,'Some 1,500 houses','[bold]Some 1,500 houses[/bold] fell.','en','count',1500.0,1450.0,1550.0,'about',NULL,'~1,500','houses','house','destroyed',NULL,NULL,NULL,'Reuters','2024-05-04');
INSERT INTO "claims" VALUES('k13','quake/a_wire.txt',132,144,'$2.5 billion','Damage may reach $2.5 billion.','en','money',2500000000.0,2500000000.0,2500000000.0,'exact','USD','2.5bn USD','billion','damage','lost',NULL,NULL,NULL,'Reuters','2024-05-02T13:15:00+03:00');
CREATE TABLE pairs (
  question TEXT NOT NULL REFERENCES questions(id), a TEXT NOT NULL REFERENCES claims(id),
  b TEXT NOT NULL REFERENCES claims(id), verdict TEXT NOT NULL, why TEXT NOT NULL
);
INSERT INTO "pairs" VALUES('Q1','k1','k2','contradiction','no common point; the same day');
INSERT INTO "pairs" VALUES('Q1','k2','k3','contradiction','no common point; the same day');
INSERT INTO "pairs" VALUES('Q2','k4','k5','update','a toll rises from 2 May to 4 May');
INSERT INTO "pairs" VALUES('Q2','k5','k6','update','a toll rises from 2 May to 4 May');
INSERT INTO "pairs" VALUES('Q3','k7','k8','compatible','within rounding');
INSERT INTO "pairs" VALUES('Q4','k9','k10','internal','0, 20');
INSERT INTO "pairs" VALUES('Q5','k11','k12','agree','equal after rounding');
CREATE TABLE questions (
  id TEXT PRIMARY KEY, label TEXT NOT NULL, verdict TEXT NOT NULL, why TEXT NOT NULL, links TEXT,
  outlets INTEGER, voices INTEGER,
  -- what a baseline and a coding scheme add, where they were asked for
  reviewed INTEGER NOT NULL, coded_by TEXT, coded_low NUMERIC, coded_best NUMERIC, coded_high NUMERIC
);
INSERT INTO "questions" VALUES('Q1','soldiers arrived','contradiction','no common point; the same day','both arrived',3,3,0,NULL,NULL,NULL,NULL);
INSERT INTO "questions" VALUES('Q2','قتلى الزلزال people killed','update','a toll rises from 2 May to 4 May','both killed',2,3,0,NULL,NULL,NULL,NULL);
INSERT INTO "questions" VALUES('Q3','70 في المئة: حصة الأطفال','compatible','within rounding','both killed',2,2,0,NULL,NULL,NULL,NULL);
INSERT INTO "questions" VALUES('Q4','people missing under the rubble of the old town by the harbour','internal','0, 20','both missing',2,2,0,NULL,NULL,NULL,NULL);
INSERT INTO "questions" VALUES('Q5','houses destroyed','agree','equal after rounding','both destroyed',1,2,0,NULL,NULL,NULL,NULL);
INSERT INTO "questions" VALUES('Q6','damage','single','one article','',1,1,0,NULL,NULL,NULL,NULL);
CREATE INDEX claims_of_article ON claims(article);
CREATE INDEX answers_by_claim ON answers(claim);
CREATE VIEW disagreements AS
  SELECT p.verdict, p.question, q.label, a.figure AS figure_a, b.figure AS figure_b, p.why,
         a.article AS article_a, b.article AS article_b, a.source AS source_a, b.source AS source_b,
         a.issuer AS issuer_a, b.issuer AS issuer_b, a.published AS published_a, b.published AS published_b,
         a.quote AS quote_a, b.quote AS quote_b
  FROM pairs p JOIN questions q ON q.id = p.question JOIN claims a ON a.id = p.a JOIN claims b ON b.id = p.b
  WHERE p.verdict IN ('contradiction', 'internal', 'update');
CREATE VIEW contradictions AS SELECT * FROM disagreements WHERE verdict IN ('contradiction', 'internal');
CREATE VIEW updates AS SELECT * FROM disagreements WHERE verdict = 'update';
CREATE VIEW figures AS
  SELECT n.question, q.label, q.verdict, c.figure, count(DISTINCT c.article) AS articles, min(c.published) AS first
  FROM answers n JOIN questions q ON q.id = n.question JOIN claims c ON c.id = n.claim
  GROUP BY n.question, c.figure;
COMMIT;
