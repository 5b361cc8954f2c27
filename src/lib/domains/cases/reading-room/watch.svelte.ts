/** An open page of the desk keeps watch: it asks every twenty seconds what waits, also while another window is in front. */

export const watch = $state({
	/** Danger that nobody has seen. */
	unseen: 0,
	/** Urgent referrals that nobody sees to. */
	referrals: 0,
	/** Open cases; `undefined` until the first answer. */
	open: undefined as number | undefined,
	/** The last question was not answered: signed out, or no network. */
	isLost: false,
	/** The person wants to hear it. */
	isLoud: false,
})

const pace = 20_000
/** Milliseconds after which unseen danger is heard again. */
const again = 120_000
/** Somebody is there who has touched the page within so many milliseconds. */
const attention = 600_000

let [touched, rung] = [0, 0]
let audio: AudioContext | undefined

/** Three short tones; a browser lets a page make them once somebody has pressed something in it. */
const play = (): void => {
	audio ??= new AudioContext()
	const { currentTime, destination } = audio
	for (const [place, frequency] of [660, 880, 660].entries()) {
		const [tone, volume] = [audio.createOscillator(), audio.createGain()]
		tone.frequency.value = frequency
		volume.gain.value = 0.15
		tone.connect(volume).connect(destination)
		tone.start(currentTime + place * 0.25)
		tone.stop(currentTime + place * 0.25 + 0.18)
	}
}

/** Switches the sound on or off; on, it is heard once, so that the person knows it. */
export const setLoud = (isLoud: boolean): void => {
	watch.isLoud = isLoud
	if (isLoud) play()
}

/** Asks what waits, now: something has happened that changes it. */
export const lookNow = async (): Promise<void> => {
	const answer = await fetch('/desk/queue/waiting', { redirect: 'manual' }).catch(() => undefined)
	watch.isLost = answer?.ok !== true
	if (!answer?.ok) return
	const { unseen, referrals, open } = (await answer.json()) as Record<'unseen' | 'referrals' | 'open', number>
	const isMore = unseen > watch.unseen || referrals > watch.referrals
	Object.assign(watch, { unseen, referrals, open })
	if (!watch.isLoud || unseen + referrals === 0 || !(isMore || Date.now() - rung >= again)) return
	rung = Date.now()
	play()
}

/** True when somebody is at the page: a list that renews itself would keep a session open that nobody uses. */
export const isAttended = (): boolean =>
	document.visibilityState === 'visible' && Date.now() - touched < attention

/** Begins to watch. Answer: what ends it. */
export const keepWatch = (): (() => void) => {
	const touch = (): void => void (touched = Date.now())
	touch()
	for (const event of ['pointerdown', 'keydown']) addEventListener(event, touch)
	void lookNow()
	const timer = setInterval(() => void lookNow(), pace)
	return () => {
		clearInterval(timer)
		for (const event of ['pointerdown', 'keydown']) removeEventListener(event, touch)
	}
}
