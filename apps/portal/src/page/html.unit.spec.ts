import { html } from './html';

describe('html', () => {
  it('escapes what it is given', () =>
    expect(html`<p title="${`"'`}">${'<script>&'}</p>`.source).toBe('<p title="&quot;&#39;">&lt;script&gt;&amp;</p>'));

  it('keeps html, also in lists', () =>
    expect(html`<p>${['a', '<b>'].map((item) => html`<i>${item}</i>`)}</p>`.source).toBe(
      '<p><i>a</i><i>&lt;b&gt;</i></p>',
    ));

  it('writes nothing for what is not there', () => expect(html`${undefined}${null}${false}${0}`.source).toBe('0'));
});
