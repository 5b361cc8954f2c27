/**
 * Draws the pictures that other sites show of our pages (Open Graph, 1200 x 630) into `static/og/`: one a topic and
 * language, one for the front door. Run by the build; its output is not in the repository.
 */
import { mkdirSync, readFileSync, writeFileSync, existsSync, globSync, statSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import subsetFont from 'subset-font'
import { parse } from 'yaml'
import { languages, type Language } from '../src/lib/base/index.ts'
import { getTile, toArchPath, toStarPath } from '../src/lib/ui/zellige/index.ts'
import type { PictureName } from '../src/lib/ui/picture/index.ts'
import { shapes } from '../src/lib/ui/picture/shapes.ts'
import { light } from '../src/lib/ui/tokens/index.ts'
import { messages } from '../messages/index.ts'

const topics = parse(readFileSync('content/topics/topics.yaml', 'utf8')) as {
	id: string
	picture: PictureName
	raisesHelpPanel: boolean
	title: Record<Language, string>
}[]

const inputs = [
	...globSync('messages/site/*.ts'),
	'content/topics/topics.yaml',
	'scripts/make-og.ts',
	'src/lib/ui/picture/shapes.ts',
]
const newest = Math.max(...inputs.map((file) => statSync(file).mtimeMs))
if (existsSync('static/og/home-ar.png') && statSync('static/og/home-ar.png').mtimeMs > newest) process.exit(0)

const toSfnt = async (file: string, weight?: number): Promise<Buffer> => {
	const original = readFileSync(`node_modules/${file}`)
	const all = Array.from({ length: 0x700 }, (_, code) => String.fromCodePoint(code)).join('')
	const tifinagh = Array.from({ length: 0x50 }, (_, code) => String.fromCodePoint(0x2d30 + code)).join('')
	return subsetFont(original, all + tifinagh + '’“”«»…–', {
		targetFormat: 'truetype',
		...(weight === undefined ? {} : { variationAxes: { wght: weight } }),
	})
}

mkdirSync('static/og', { recursive: true })
mkdirSync('.cache/og', { recursive: true })
const fonts = [
	['@fontsource-variable/readex-pro/files/readex-pro-arabic-wght-normal.woff2', 650],
	['@fontsource-variable/readex-pro/files/readex-pro-latin-wght-normal.woff2', 650],
	['@fontsource/noto-sans-tifinagh/files/noto-sans-tifinagh-tifinagh-400-normal.woff2', undefined],
] as const
const fontFiles: string[] = []
for (const [index, [file, weight]] of fonts.entries()) {
	const to = `.cache/og/${index}.ttf`
	writeFileSync(to, await toSfnt(file, weight))
	fontFiles.push(to)
}
const family: Record<Language, string> = {
	ar: 'Readex Pro',
	fr: 'Readex Pro',
	en: 'Readex Pro',
	zgh: 'Noto Sans Tifinagh',
}

const wrap = (text: string, most: number): string[] =>
	text.split(' ').reduce<string[]>((lines, word) => {
		const last = lines.at(-1)
		if (last === undefined || `${last} ${word}`.length > most) return [...lines, word]
		return [...lines.slice(0, -1), `${last} ${word}`]
	}, [])

const escape = (text: string): string => text.replace(/[&<>]/gu, (char) => `&#${char.charCodeAt(0)};`)

const draw = (title: string, language: Language, picture: PictureName | undefined): Buffer => {
	const tile = getTile('star', 84)
	const shape = picture === undefined ? undefined : shapes[picture]
	const lines = wrap(title, 26)
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630">
<defs><pattern id="t" width="84" height="84" patternUnits="userSpaceOnUse"><g fill="none" stroke="white" stroke-opacity=".2" stroke-width="1.5">${tile.shapes.map(({ path, role }) => `<path d="${path}"${role === 'seed' ? ` fill="${light.saffron}" fill-opacity=".35"` : ''}/>`).join('')}</g></pattern></defs>
<rect width="1200" height="630" fill="${light.majorelle}"/><rect width="1200" height="630" fill="url(#t)"/>
<g transform="translate(140 60)"><path d="${toArchPath(920, 190, 13)}L920 640L0 640z" fill="${light.paper}" stroke="${light.saffron}" stroke-width="6"/></g>
${shape ? `<g transform="translate(540 150) scale(2.5)"><path d="${shape.fill ?? ''}" fill="${light.terracotta}" opacity=".85"/><path d="${shape.line ?? ''}" fill="none" stroke="${light.ink}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/><path d="${shape.dot ?? ''}" fill="${light.ink}"/></g>` : `<path d="${toStarPath([600, 210], 62)}" fill="${light.saffron}"/><circle cx="600" cy="210" r="20" fill="${light.ink}"/>`}
<g font-family="${family[language]}, Readex Pro" fill="${light.ink}" text-anchor="middle">${lines.map((line, index) => `<text x="600" y="${366 + index * 70}" font-size="52">${escape(line)}</text>`).join('')}
<text x="600" y="600" font-size="30" fill="${light.majorelle}">${escape(messages[language]['site.name'])}</text></g></svg>`
	return Buffer.from(
		new Resvg(svg, { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Readex Pro' } })
			.render()
			.asPng(),
	)
}

let bytes = 0
for (const language of languages) {
	const pictures = [
		{ name: 'home', title: messages[language]['site.tagline'], picture: undefined },
		...topics.map(({ id, title, picture }) => ({ name: id, title: title[language], picture })),
	]
	for (const { name, title, picture } of pictures) {
		const png = draw(title, language, picture)
		writeFileSync(`static/og/${name}-${language}.png`, png)
		bytes += png.length
	}
}
console.log(
	`pictures for other sites: ${languages.length * (topics.length + 1)}, ${Math.round(bytes / 1024)} KB in all`,
)
