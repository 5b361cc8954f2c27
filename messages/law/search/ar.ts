/** Words of the search over the law, in Arabic: the list that every language answers. */
export const search = {
	'law.search.empty': 'اكتب رقما كما تعرفه، أو ما وقع كما تتكلم. كل طريقة في الكتابة مفهومة.',
	'law.search.exact': 'النص الذي طلبته',
	'law.search.missing': 'ليس عندنا نص بهذا الرقم. قد يكون موجودا: لا نجمع كل النصوص.',
	'law.search.situations': 'إذا وقع هذا',
	'law.search.nearest': 'ربما واحدة من هذه',
	'law.search.texts': 'نصوص تتكلم عن هذا',
	'law.search.none': 'لم نجد نصا بهذه الكلمات. لا بأس: اختر ما يشبه ما وقع.',
	'law.search.site': 'ماذا أفعل؟ ابحث في النصائح',
	'law.search.in-law': 'ماذا يقول القانون؟',
	'law.search.only-law': 'ابحث عن هذا في القانون',
} as const satisfies Record<string, string>
