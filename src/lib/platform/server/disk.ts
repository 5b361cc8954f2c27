import { mkdir, statfs } from 'node:fs/promises'

/** A disk as it says itself: bytes in all and bytes free. */
export type Disk = { size: number; free: number }

/** The disk that a folder lies on; the folder is made where it is not there. */
export const readDisk = async (folder: string): Promise<Disk> => {
	await mkdir(folder, { recursive: true, mode: 0o700 })
	const { blocks, bavail, bsize } = await statfs(folder)
	return { size: blocks * bsize, free: bavail * bsize }
}
