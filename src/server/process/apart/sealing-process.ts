/** One process that answers pages sent without script, as the process that keeps reports sees it. */
import { fork, type ChildProcess } from 'node:child_process'
import type { Duplex } from 'node:stream'
import type { KeptSettings, Kept } from '#domains/reports/server'
import { readFrame, writeFrame } from './frames.ts'
import { answerAsked, type AskedKept } from './line.ts'
import { pipeNumber } from './page.ts'
import { refuseTask, type Rank, type Task } from './waiting.ts'

/** Longer than this (milliseconds) one form takes only by a fault. */
const mostForOne = 60_000

export type Helper = {
	child: ChildProcess
	/** Waits, and has seen nothing yet. */
	isReady: boolean
	wasReady: boolean
	/** The kind of form that it answers now. */
	rank?: Rank | undefined
	/** Has it answer. `false`: it could not, and is ended. */
	run: (task: Task) => Promise<boolean>
	end: () => void
}

export type HelperOptions = {
	kept: Kept
	given: KeptSettings
	onFault: (error: unknown) => void
	/** The program that it runs. */
	entry: string
	onReady: () => void
	onExit: (helper: Helper) => void
}

const createRun =
	(child: ChildProcess, pipe: Duplex): Helper['run'] =>
	async (task) => {
		const end = setTimeout(() => child.kill('SIGKILL'), mostForOne)
		try {
			const [told] = await Promise.all([readFrame(pipe), writeFrame(pipe, task.frame)])
			task.resolve(told)
			return true
		} catch {
			refuseTask(task, 'the process that seals has ended')
			child.kill('SIGKILL')
			return false
		} finally {
			clearTimeout(end)
		}
	}

/** Starts one. */
export const startHelper = ({ kept, given, onFault, entry, onReady, onExit }: HelperOptions): Helper => {
	const child = fork(entry, {
		serialization: 'advanced',
		stdio: ['ignore', 'inherit', 'inherit', 'ipc', 'pipe'],
	})
	const pipe = child.stdio[pipeNumber] as Duplex
	const helper: Helper = {
		child,
		isReady: false,
		wasReady: false,
		run: createRun(child, pipe),
		end: () => void child.kill('SIGKILL'),
	}
	const tell = async (asked: AskedKept): Promise<void> => {
		const told = await answerAsked(kept, asked, onFault)
		if (child.connected) child.send(told)
	}
	pipe.on('error', () => undefined) // `exit` follows
	child.on('error', onFault)
	child.on('exit', () => onExit(helper))
	child.on('message', (message: AskedKept | 'ready') => {
		if (message !== 'ready') return void tell(message)
		Object.assign(helper, { isReady: true, wasReady: true })
		onReady()
	})
	child.send(given)
	return helper
}
