"""Own layers in the store: whole, in their order, and back after a removal."""

from reports.store import Store

CONTENT = {"name": "'); DROP TABLE 서울", "features": [{"geometry": [37.1, 48.2]}]}
NOW, LATER = "2025-06-27T10:00:00", "2025-06-27T11:00:00"


def ids(store: Store) -> list[str]:
    return [each.id for each in store.own_layers.kept()]


def test_a_layer_comes_back_as_it_went_in_and_the_newest_is_on_top(store: Store) -> None:
    store.own_layers.add("a", CONTENT, NOW)
    store.own_layers.add("b", {}, NOW)
    assert ids(Store(store.url)) == ["b", "a"]
    assert Store(store.url).own_layers.kept()[1].content == CONTENT
    store.own_layers.order(["a", "b"])
    assert ids(store) == ["a", "b"]


def test_every_change_of_what_is_drawn_is_told(store: Store) -> None:
    states = [store.own_layers.state()]
    for change in (
        lambda: store.own_layers.add("a", CONTENT, NOW),
        lambda: store.own_layers.add("b", CONTENT, NOW),
        lambda: store.own_layers.change("a", {}, LATER),
        lambda: store.own_layers.order(["a", "b"]),
        lambda: store.own_layers.remove("a", LATER),
    ):
        change()
        states.append(store.own_layers.state())
    assert len(set(map(str, states))) == len(states)


def test_what_was_removed_can_come_back(store: Store) -> None:
    store.own_layers.add("a", CONTENT, NOW)
    assert store.own_layers.remove("a", LATER)
    assert not store.own_layers.remove("a", LATER)
    assert not store.own_layers.change("a", {}, LATER)
    assert ids(store) == []
    assert store.own_layers.restore("a")
    assert not store.own_layers.restore("a")
    assert ids(store) == ["a"]


def test_reports_know_nothing_of_layers(store: Store) -> None:
    before = store.revision()
    store.own_layers.add("a", CONTENT, NOW)
    assert store.revision() == before
