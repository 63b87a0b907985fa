"""Templates of others end: loops, calls, texts that double, numbers that are high."""

import pytest
from jinja2 import DictLoader
from jinja2.exceptions import SecurityError

from kbeditor.publishing.bounded import BoundedEnvironment, TooMuch

HOSTILE = (
    "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
    "{% macro f(n) %}{{ f(n + 1) }}{{ f(n + 1) }}{% endmacro %}{{ f(0) }}",
    "{% for a in [1, [2]] recursive %}{{ loop(range(9999)) }}{% endfor %}",
    "{% set n = namespace(x='a' ~ 'b') %}{% for a in range(99) %}"
    "{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='ab') %}{% for a in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=[1]) %}{% for a in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set x %}ab{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40,
    "{{ 'a' * 1000000000 }}",
    "{{ 9 ** 999999999 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ 'a'.ljust(1000000000) }}",
    "{{ 'a'|center(1000000000) }}",
    "{{ '%1000000000d'|format(1) }}",
    "{{ [1]|batch(1000000000, 'x')|list }}",
    "{% include 'page' %}{% include 'page' %}",
)


def rendered(template: str) -> str:
    environment = BoundedEnvironment(loader=DictLoader({"page": template}), autoescape=True)
    return environment.get_template("page").render()


@pytest.mark.parametrize("template", HOSTILE)
def test_a_template_that_goes_on_for_ever_is_ended(template: str) -> None:
    with pytest.raises((TooMuch, RecursionError)):
        rendered(template)


@pytest.mark.parametrize("template", ["{{ ''.__class__ }}{{ ''.__class__.__mro__ }}"])
def test_a_template_does_not_reach_the_program(template: str) -> None:
    with pytest.raises(SecurityError):
        rendered(template)


def test_what_a_company_writes_works() -> None:
    template = (
        "{% set x %}<b>{{ 'a' ~ '<' }}</b>{% endset %}{{ x }}"
        "{% for n in range(3) %}{{ loop.index }}/{{ loop.length }} {% endfor %}"
        "{{ 2 * 3 + 1 }} {{ 'ab' * 2 }} {{ 'a,b'.split(',')|join('-') }}"
        "{% for row in [1, 2, 3]|batch(2) %} {{ row|length }}{% endfor %}"
    )
    assert rendered(template) == "<b>a&lt;</b>1/3 2/3 3/3 7 abab a-b 2 1"


def test_each_page_counts_for_itself() -> None:
    environment = BoundedEnvironment(
        loader=DictLoader({"page": "{% for n in range(9) %}{% endfor %}"})
    )
    page = environment.get_template("page")
    page.render()
    page.render()
    assert environment.steps == 9 + 1  # and the call of `range`
