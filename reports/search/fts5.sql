-- The index of words, beside the tables it is made from. Triggers keep it in step whoever writes
-- them; the last two statements take in what an older store holds already.
-- A blank line parts the statements.

CREATE VIRTUAL TABLE IF NOT EXISTS report_words USING fts5(
    report_id UNINDEXED, title, publisher, text,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE VIRTUAL TABLE IF NOT EXISTS place_words USING fts5(
    place_id UNINDEXED, name,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER IF NOT EXISTS report_words_in AFTER INSERT ON reports BEGIN
    INSERT INTO report_words VALUES (new.id, new.title, new.publisher, new.text);
END;

CREATE TRIGGER IF NOT EXISTS report_words_out AFTER DELETE ON reports BEGIN
    DELETE FROM report_words WHERE report_id = old.id;
END;

CREATE TRIGGER IF NOT EXISTS report_words_anew AFTER UPDATE ON reports BEGIN
    UPDATE report_words SET title = new.title, publisher = new.publisher, text = new.text
    WHERE report_id = new.id;
END;

CREATE TRIGGER IF NOT EXISTS place_words_in AFTER INSERT ON places BEGIN
    INSERT INTO place_words
    SELECT new.id, new.name UNION SELECT new.id, value FROM json_each(new.names);
END;

CREATE TRIGGER IF NOT EXISTS place_words_out AFTER DELETE ON places BEGIN
    DELETE FROM place_words WHERE place_id = old.id;
END;

INSERT INTO report_words
SELECT id, title, publisher, text FROM reports
WHERE id NOT IN (SELECT report_id FROM report_words);

INSERT INTO place_words
SELECT id, name FROM places WHERE id NOT IN (SELECT place_id FROM place_words)
UNION
SELECT places.id, each.value FROM places, json_each(places.names) AS each
WHERE places.id NOT IN (SELECT place_id FROM place_words);
