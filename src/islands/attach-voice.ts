/** A voice note in the page: record, stop, listen, record again, delete. In memory only; the microphone is let go at every stop. */

/** Formats that browsers record in, the smallest first that the desk can open. */
const types = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4']
/** Enough for speech: five minutes are less than a megabyte. */
const bitsPerSecond = 24_000

/** A recorder that runs. `whole` resolves when it has stopped, with all that was recorded. */
export type Recording = { stop: () => void; whole: Promise<Blob> }

export const canRecord = (): boolean =>
	'MediaRecorder' in globalThis &&
	// eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- missing in a page without encryption
	navigator.mediaDevices !== undefined &&
	types.some((type) => MediaRecorder.isTypeSupported(type))

const letGo = (stream: MediaStream): void => {
	for (const track of stream.getTracks()) track.stop()
}

/**
 * Starts to record, for `longest` seconds at most.
 *
 * @throws when there is no microphone, or the person says no
 */
export const record = async (longest: number, onSecond: (seconds: number) => void): Promise<Recording> => {
	const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } })
	const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type)) ?? ''
	const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond })
	const parts: Blob[] = []
	const began = performance.now()
	const stop = (): void => {
		if (recorder.state !== 'inactive') recorder.stop()
	}
	const clock = setInterval(() => {
		const seconds = Math.floor((performance.now() - began) / 1000)
		onSecond(seconds)
		if (seconds >= longest) stop()
	}, 250)
	const whole = new Promise<Blob>((resolve) => {
		recorder.addEventListener('dataavailable', ({ data }) => void parts.push(data))
		recorder.addEventListener('stop', () => {
			clearInterval(clock)
			letGo(stream)
			resolve(new Blob(parts, { type: mimeType }))
		})
	})
	recorder.start()
	return { stop, whole }
}
