import { toKeptBlock, type KeptPlan } from '#domains/protect/plan/kept'
import { light } from '#ui/tokens'
import look from '../lib/domains/protect/ui/plan/plan.css?raw'

/** The little that the plan's own style sheet takes from the page around it. */
const ground = `:root{${Object.entries(light)
	.map(([name, value]) => `--${name}:${value};`)
	.join('')}--night:${light.ink};--cut:4px;--mid:46rem;
--accent:var(--mint);--font:system-ui,sans-serif}
*,::before,::after{box-sizing:border-box}
body{margin:1rem;background:var(--paper);color:var(--ink);font:1.06rem/1.65 var(--font);overflow-wrap:break-word}
.tile{background:var(--card);border:1.5px solid var(--line);border-radius:1.1rem;border-end-start-radius:4px}
.quiet{color:var(--quiet);font-size:.9rem}.tap{display:inline-flex;align-items:center;gap:.5em;min-block-size:2.75rem}
blockquote{margin:0;padding:.7rem 1rem;border:2px solid var(--accent);border-radius:1.4rem;border-end-start-radius:0}
blockquote p{margin:0}a{color:var(--majorelle)}.hidden{position:absolute;clip-path:inset(50%)}`

/** Nothing in a kept file runs or asks for anything. */
const policy = "default-src 'none'; style-src 'unsafe-inline'"

const toStill = (sheet: HTMLElement): string => {
	const still = sheet.cloneNode(true) as HTMLElement
	const all = (selector: string) => still.querySelectorAll<HTMLElement>(selector)
	for (const input of still.querySelectorAll<HTMLInputElement>('[data-tick]')) {
		const box = input.parentElement?.querySelector<HTMLElement>('[data-paper]')
		// A clone has the ticks of the page as they were when it was made: the state is copied by hand.
		const isOn = sheet.querySelector<HTMLInputElement>(
			`[data-step="${input.closest<HTMLElement>('[data-step]')?.dataset.step ?? ''}"] [data-tick="${input.dataset.tick ?? ''}"]`,
		)?.checked
		if (box) {
			box.hidden = false
			box.toggleAttribute('data-on', isOn === true)
		}
		input.remove()
	}
	for (const note of all('[data-kept-note]')) note.hidden = false
	for (const part of all('[data-not-kept], [hidden]')) part.remove()
	for (const link of still.querySelectorAll<HTMLAnchorElement>('a:not([href^="#"])'))
		link.setAttribute('href', link.href)
	for (const how of still.querySelectorAll('details')) how.open = true
	return still.outerHTML
}

/** One file that needs nothing else: the plan to read and print, and the data from which it is opened again. */
export const toKeptPage = (sheet: HTMLElement, kept: KeptPlan): string => {
	const { lang, dir } = document.documentElement
	return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${sheet.dataset.name ?? ''}</title>
<style>${ground}${look}</style>
${toKeptBlock(kept)}
</head>
<body>${toStill(sheet)}</body>
</html>
`
}
