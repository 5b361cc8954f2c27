import { timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { openTallyFile, skills, type TallyFile } from '#domains/skills/server'
import { readConfig } from '#platform'
import { findAddresses } from './local-addresses.ts'

/** The classroom that this process serves. */
export type Classroom = {
	tallies: TallyFile
	/** Addresses at which the phones of the class find it, nearest first. */
	addresses: string[]
	isTeacher: (key: string | null) => boolean
}

const open = (): Classroom | undefined => {
	const { roles, classroomKey = '', dataDir, port } = readConfig()
	if (!roles.includes('classroom')) return undefined
	return {
		tallies: openTallyFile(join(dataDir, 'tallies.json'), (of) =>
			skills.quizzes.find(({ topic }) => topic === of),
		),
		addresses: findAddresses(port),
		isTeacher: (key) =>
			classroomKey !== '' &&
			key?.length === classroomKey.length &&
			timingSafeEqual(Buffer.from(key), Buffer.from(classroomKey)),
	}
}

let opened: { classroom: Classroom | undefined } | undefined

/** The classroom of this process; `undefined` where the role `classroom` is not alive. */
export const findClassroom = (): Classroom | undefined => (opened ??= { classroom: open() }).classroom
