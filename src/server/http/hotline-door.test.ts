import { expect, test } from 'vitest'
import { openDoor } from './hotline-door.ts'

test('openDoor() shows the door to the hotline and nothing else that is hidden', () => {
	const html =
		'<p hidden="">a</p><section class="b" hidden="" data-hotline-door-link=""><a hidden>c</a></section>'
	expect(openDoor(html)).toBe(
		'<p hidden="">a</p><section class="b" data-hotline-door-link=""><a hidden>c</a></section>',
	)
})
