/**
 * The script variant of the widget: puts the same doors behind its own `<script>` on a page of others, and says which of them answers now. It
 * reads its own address and the clock, and nothing of the page; it asks for nothing; its style is a sheet made in the script, which no content
 * policy has to allow, in a shadow root, which no style of the page reaches.
 */
import { getDirection, getLangTag, type Language } from '#base'
import type { Library } from '#domains/guide'
import { dark, light } from '#ui/tokens'
import { createWords } from '#ui/words'
import { chooseDoors, type When } from '../widget-doors.ts'
import { showDoor } from './shown-door.ts'

/**
 * Text of a function `(w, t, c) => boolean`: whether hours `w` count as answering at the moment `t` by the calendar `c`. A feast, a day near one
 * that hangs on the moon, and Ramadan are no promise; hours that are too old are none.
 */
export const openNowText = `(w,t,c)=>{
let n='numeric',d='2-digit',P=(x,l,o)=>{let r={};for(let p of new Intl.DateTimeFormat(l,{timeZone:c.z,...o}).formatToParts(x))r[p.type]=p.value;return r},
a=P(t,'en-GB',{year:n,month:d,day:d,hour:d,minute:d,weekday:'short',hourCycle:'h23'}),y=a.month+'-'+a.day,Y=a.year+'-'+y,m=a.hour*60+ +a.minute
if(!w[0].includes('MonTueWedThuFriSatSun'.indexOf(a.weekday)/3+1)||m<w[1]||m>=w[2]||Y>w[3]||c.h.includes(y)||c.h.includes(Y))return!1
for(let s of[-1,0,1]){let l=P(+t+s*864e5,'en-u-ca-islamic-umalqura-nu-latn',{month:n,day:n})
if(!s&&l.month==c.r||c.e.some(e=>e[0]==l.month&&l.day>=e[1]&&l.day<e[1]+e[2]))return!1}
return!0}`

/** `W`: the data of a language, `N`: {@link openNowText}. Short names, because its bytes are counted. */
const program = `s=document.currentScript,o=new URL(s.src).origin,
E=(n,c,t)=>{let e=document.createElement(n);e.className=c;e.textContent=t;return e},
A=(c,h,t)=>{let a=E('a',c,t);a.href=h;a.rel='noreferrer';a.target='_top';return a},
h=E('div','',''),r=h.attachShadow({mode:'closed'}),m=E('div','m',''),g=new CSSStyleSheet
g.replaceSync(W.c);r.adoptedStyleSheets=[g];h.lang=W.l;m.dir=W.d
m.append(A('h',o+'/'+W.p+'/help',W.t))
for(let d of W.a){let a=A('r',d[1],''),b=E('b','',d[0]),q
try{q=d[4]&&N(d[4],new Date,W)}catch{}
a.append(b,d[2],E('small',q?'o':'',(q?W.o+' · ':'')+d[3]));m.append(a)}
r.append(m);s.after(h)`

const style = (colours: Record<'paper' | 'ink' | 'quiet' | 'majorelle' | 'mint' | 'line', string>): string =>
	`.m{--p:${colours.paper};--i:${colours.ink};--q:${colours.quiet};--m:${colours.majorelle};--o:${colours.mint};--l:${colours.line}}`

/** `:host` is the page's own to place; inside stands nothing that the page's style reaches. */
const sheet = [
	`:host{all:initial;display:block;color-scheme:light dark}`,
	style(light),
	`@media(prefers-color-scheme:dark){${style(dark)}}`,
	`.m{font:1rem/1.4 system-ui,sans-serif;background:var(--p);color:var(--i);max-width:24rem;padding:.6rem;border-radius:1rem;overflow-wrap:anywhere}`,
	`a{color:inherit;display:block;text-decoration:none}`,
	`.h{background:var(--m);color:var(--p);text-align:center;font-weight:700;padding:.6rem;border-radius:1rem;border-end-end-radius:.25rem}`,
	`.r{padding:.4rem .2rem;border-bottom:1px solid var(--l)}`,
	`.r:last-child{border:0}`,
	`b{color:var(--m);font-size:1.1rem;margin-inline-end:.5rem;display:inline-block}`,
	`small{display:block;color:var(--q)}`,
	`.o{color:var(--o);font-weight:600}`,
].join('')

/** Hours as the script reads them: 0 where it has nothing to add, or days, minutes and the last day that they count. */
export const packWhen = (when: When): 0 | [number[], number, number, string] =>
	typeof when === 'string' ? 0 : [[...when.days], when.from, when.to, when.until]

/** Calendar as the script reads it: zone, closed days (of every year, of one year), expected feasts, the month of Ramadan. */
export const packCalendar = ({
	zone,
	fixed,
	announced,
	expected,
	ramadanMonth,
}: Library['calendar']): object => ({
	z: zone,
	h: [...fixed, ...announced].map((row) => row.day),
	e: expected.map(({ month, day, days }) => [month, day, days]),
	r: ramadanMonth,
})

/** Makes the script of a language. */
export const makeWidgetScript = (library: Library, language: Language): string => {
	const { t } = createWords(language)
	const doors = chooseDoors(library).flatMap((door) => showDoor(door, language))
	const data = {
		...packCalendar(library.calendar),
		l: getLangTag(language),
		d: getDirection(language),
		p: language,
		t: t('nav.help'),
		o: t('open.open'),
		c: sheet,
		a: doors.map(({ number, href, name, hours, when }) => [number, href, name, hours, packWhen(when)]),
	}
	return `{let W=${JSON.stringify(data)},N=${openNowText},\n${program}}\n`
}
