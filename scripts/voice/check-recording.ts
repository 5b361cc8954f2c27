import * as v from 'valibot'
import { measureLoudness, measurePeak, readOggOpus } from '../../src/lib/tools/files/ogg-opus/index.ts'
import { parseTypedYaml } from '../../src/lib/tools/files/typed-yaml/index.ts'

/** Limits of a recording. Bytes of a card, seconds, kbit a second, LUFS, dBFS. */
export const limits = {
	bytes: 12 * 1024,
	seconds: [0.8, 8],
	kbps: 16,
	loudness: [-23, -15],
	peak: -1,
} as const

/** Consent of who speaks, without a name: that stays on paper with whoever asked. */
const note = v.strictObject({
	/** The speaker has agreed that the recording is published. */
	agreed: v.literal(true, 'the speaker has not agreed'),
	/** The speaker is of age. */
	adult: v.literal(true, 'children do not lend their voice here'),
	date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u, 'must be a day as 2026-11-29')),
	/** Until a native speaker has listened. */
	provisional: v.boolean(),
})

const checkFile = (file: Uint8Array): string[] => {
	const read = readOggOpus(file)
	if (!read.ok) return read.issues.map(({ message }) => message)
	const { channels, seconds, kbps } = read.value
	const [shortest, longest] = limits.seconds
	return [
		...(channels === 1 ? [] : [`has ${channels} channels: record in mono`]),
		...(kbps <= limits.kbps ? [] : [`has ${kbps.toFixed(1)} kbit a second, at most ${limits.kbps}`]),
		...(file.length <= limits.bytes ? [] : [`has ${file.length} bytes, at most ${limits.bytes}`]),
		...(seconds >= shortest && seconds <= longest
			? []
			: [`lasts ${seconds.toFixed(1)} s, wanted ${shortest} to ${longest}`]),
	]
}

const checkSound = (samples: Float32Array): string[] => {
	const loudness = measureLoudness(samples)
	const [quietest, loudest] = limits.loudness
	if (loudness === -Infinity) return ['is silent']
	const peak = measurePeak(samples)
	return [
		...(loudness >= quietest ? [] : [`is too quiet: ${loudness.toFixed(1)} LUFS, at least ${quietest}`]),
		...(loudness <= loudest ? [] : [`is too loud: ${loudness.toFixed(1)} LUFS, at most ${loudest}`]),
		...(peak <= limits.peak
			? []
			: [`is cut off at the top: peak of ${peak.toFixed(1)} dBFS, at most ${limits.peak}`]),
	]
}

/**
 * Finds what is wrong with a recording, one plain line each; empty when it can be taken.
 *
 * @param recording - `samples` of the sound at 48 kHz where it could be decoded; `consent` the text of its note where there is one
 */
export const checkRecording = ({
	file,
	samples,
	consent,
}: {
	file: Uint8Array
	samples: Float32Array | undefined
	consent: string | undefined
}): string[] => {
	const faults = checkFile(file)
	const parsed = consent === undefined ? undefined : parseTypedYaml(consent, note)
	return [
		...faults,
		...(samples && faults.length === 0 ? checkSound(samples) : []),
		...(parsed ? [] : ['has no note of consent beside it']),
		...(parsed && !parsed.ok ? parsed.issues.map(({ message }) => `consent: ${message}`) : []),
	]
}
