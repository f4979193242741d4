-- Which words a report and a place's names have, each once, for PostgreSQL to say who may be meant.
-- reports/search/postgresql.py fills it: a row that is not there is one that is to be made. A blank
-- line parts the statements.

CREATE TABLE report_words (
    report_id varchar COLLATE "C" PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
    words tsvector NOT NULL
);

CREATE INDEX report_words_index ON report_words USING gin (words);

CREATE TABLE place_words (
    place_id varchar COLLATE "C" PRIMARY KEY REFERENCES places (id) ON DELETE CASCADE,
    words tsvector NOT NULL
);

CREATE INDEX place_words_index ON place_words USING gin (words);

CREATE FUNCTION forget_report_words() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    DELETE FROM report_words WHERE report_id = new.id; RETURN NULL;
END $$;

CREATE TRIGGER report_words_anew AFTER UPDATE OF title, publisher, text ON reports
FOR EACH ROW EXECUTE FUNCTION forget_report_words();
