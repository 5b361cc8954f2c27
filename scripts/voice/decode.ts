import { spawnSync } from 'node:child_process'
import { chromium, type Browser } from 'playwright-core'
import { findHeadlessShell } from '../find-chromium.ts'

/** Turns a file into one channel at 48 kHz; `undefined` for what is no sound. */
export type Decoder = {
	name: string
	decode: (file: Uint8Array) => Promise<Float32Array | undefined>
	close: () => Promise<void>
}

const toSamples = (bytes: Buffer): Float32Array =>
	new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length - (bytes.length % 4)))

const ffmpeg: Decoder = {
	name: 'ffmpeg',
	decode: (file) => {
		const options = ['-v', 'error', '-i', 'pipe:0', '-f', 'f32le', '-ac', '1', '-ar', '48000', 'pipe:1']
		const { status, stdout } = spawnSync('ffmpeg', options, { input: file, maxBuffer: 64 * 1024 * 1024 })
		return Promise.resolve(status === 0 && stdout.length > 0 ? toSamples(stdout) : undefined)
	},
	close: () => Promise.resolve(),
}

/** A browser decodes Opus as it does on pages. */
const openBrowser = (browser: Browser): Decoder => ({
	name: 'Chromium',
	decode: async (file) => {
		const page = await browser.newPage()
		try {
			const text = await page.evaluate(async (given: string) => {
				const bytes = Uint8Array.from(atob(given), (letter) => letter.charCodeAt(0))
				const context = new OfflineAudioContext(1, 1, 48_000)
				const sound = await context.decodeAudioData(bytes.buffer).catch(() => undefined)
				if (!sound) return ''
				const samples = new Uint8Array(sound.getChannelData(0).slice().buffer)
				let out = ''
				for (let from = 0; from < samples.length; from += 8192)
					out += String.fromCharCode(...samples.subarray(from, from + 8192))
				return btoa(out)
			}, Buffer.from(file).toString('base64'))
			return text === '' ? undefined : toSamples(Buffer.from(text, 'base64'))
		} finally {
			await page.close()
		}
	},
	close: () => browser.close(),
})

/** The program of this machine that decodes: ffmpeg, else the browser of the journeys; `undefined` where it has neither. */
export const findDecoder = async (): Promise<Decoder | undefined> => {
	if (spawnSync('ffmpeg', ['-version']).status === 0) return ffmpeg
	try {
		return openBrowser(await chromium.launch({ executablePath: findHeadlessShell(), args: ['--no-sandbox'] }))
	} catch {
		return undefined
	}
}
