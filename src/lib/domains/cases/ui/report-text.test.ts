import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRendering, type Rendering } from '../../../../../tests/support/rendered.ts'
import { createWords } from '../../../ui/words/index.ts'

let rendering: Rendering
beforeAll(async () => {
	rendering = await startRendering()
})
afterAll(() => rendering.close())

const hostile =
	'<img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a> https://evil.example/a \u202egpj.exe </blockquote><script>alert(1)</script>'

test('whatever a reporter wrote, its page holds no link, no picture, no script and no character that reorders a line', async () => {
	const show = await rendering.load('/src/lib/domains/cases/ui/case/ReportText.svelte')
	const html = show({
		words: createWords('fr'),
		opened: {
			id: 'r',
			epoch: 'e',
			hour: '2026-11-26T09:00:00.000Z',
			sealedBy: 'server',
			answered: 0,
			unread: 0,
			letters: [{ n: 1, hour: '2026-11-26T09:00:00.000Z', text: hostile }],
			report: {
				answers: {
					danger: 'now',
					who: 'teen',
					what: [],
					wants: [],
					police: false,
					words: hostile,
					contact: hostile,
					where: [{ kind: 'link', link: hostile, nickname: hostile, app: hostile }],
				},
			},
		},
	})
	expect(html).toContain('hxxps://evil[.]example/a')
	expect(html).not.toMatch(/<(?:a|img|script|iframe|svg|object|style|form)\b/iu)
	const found = html.match(/.{20}(?:https?:\/\/|[\u202a-\u202e\u2066-\u2069\u200b]).{20}/giu)
	expect(found ?? []).toEqual([])
})
