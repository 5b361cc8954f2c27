/** What was put into the public record of an act, and what proves it. `case_id`: it goes with its case. */
export type ActTables = {
	act_record: { entry: string; case_id: string | null; content: string; salt: Uint8Array }
}
