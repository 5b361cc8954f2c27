import { expect, test } from 'vitest'
import { createPngMaker, PngFault } from './index.ts'

const paint = createPngMaker({ fonts: [], sources: { 'look.typ': '#let colour = rgb("#2b3fae")' } })
const page = `#import "/look.typ": colour
#let data = json(bytes(sys.inputs.data))
#set page(width: data.width * 1pt, height: 40pt, margin: 0pt, fill: colour)
`
const getSize = (file: Uint8Array): number[] => {
	const view = new DataView(file.buffer, file.byteOffset)
	return [view.getUint32(16), view.getUint32(20)]
}

test('a picture is as many pixels wide as its page has points, and the same for the same data', () => {
	expect(getSize(paint(page, { width: 120 }))).toEqual([120, 40])
	expect(paint(page, { width: 120 })).toEqual(paint(page, { width: 120 }))
	expect(paint(page, { width: 121 })).not.toEqual(paint(page, { width: 120 }))
})

test.each([
	['stops itself', '#panic("no")'],
	['reads a file of the machine', '#read("/etc/passwd")'],
	['shows a picture of the machine', '#image("/etc/hostname")'],
	['asks for data that is not there', `${page}#data.nothing`],
])('a template that %s is a fault, and the next one is painted', (_, template) => {
	expect(() => paint(template, { width: 10 })).toThrow(PngFault)
	expect(getSize(paint(page, { width: 10 }))).toEqual([10, 40])
})

test('a picture that asks for a file or an address is refused, and neither is read', () => {
	const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><image href='file:///etc/passwd' width='40' height='40'/><image href='https://example.invalid/a.png' width='40' height='40'/></svg>`
	expect(() => paint(`${page}#image(bytes("${svg}"), format: "svg")`, { width: 40 })).toThrow(PngFault)
})
