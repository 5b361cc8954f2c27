import { expect, test } from 'vitest'
import { createPlaces } from './place.ts'

const onion = `http://${'a'.repeat(56)}.onion`
const host = `${'a'.repeat(56)}.onion`

test.each([
	['nothing is fixed', {}, 'here:8080', { host: 'here:8080', protocol: 'http', origin: undefined }],
	['nothing is fixed and nothing said', {}, undefined, { host: 'localhost', protocol: 'http' }],
	[
		'ORIGIN is fixed',
		{ origin: 'https://thiqa.example' },
		'evil.example',
		{ host: 'thiqa.example', protocol: 'https' },
	],
	[
		'the onion address is asked',
		{ origin: 'https://thiqa.example', onion },
		host,
		{ host, protocol: 'http', origin: onion },
	],
	[
		'it is asked in capitals',
		{ origin: 'https://thiqa.example', onion },
		host.toUpperCase(),
		{ host, isOnion: true },
	],
	[
		'another onion address is asked',
		{ origin: 'https://thiqa.example', onion },
		`b${host.slice(1)}`,
		{ host: 'thiqa.example' },
	],
	['there is none', { origin: 'https://thiqa.example' }, host, { host: 'thiqa.example', isOnion: false }],
])('when %s', (_, given, asked, wanted) => {
	expect(createPlaces({ origin: undefined, onion: undefined, ...given })(asked)).toMatchObject(wanted)
})
