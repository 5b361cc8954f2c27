/** Words of the page that stands in place of a blocked address, in Arabic. */
export const blocked = {
	'blocked.title': 'هذا العنوان محجوب',
	'blocked.intro': 'أُغلق هذا العنوان عند مزود الإنترنت لحماية الأطفال. الوصول إليه ليس ذنبا.',
	'blocked.private': 'هذه الصفحة لا تسجل من وصل إليها، ولا أي عنوان طُلب.',
	'blocked.talk': 'للحديث عما ظهر',
	'blocked.talk-text': 'رؤية شيء قاس قد تخيف أو تحزن. هناك من يسمع ويساعد.',
	'blocked.mistake': 'إذا كان الحجب خطأ',
	'blocked.mistake-text':
		'إذا كان هذا العنوان لكم، أو حُجب بالخطأ، ينظر الفريق الذي يحفظ القائمة في كل طلب. هذه الصفحة تقول من يجيب وكيف يُكتب إليه:',
	'blocked.ends': 'كل حجب ينتهي بعد 90 يوما. ولا يُجدد إلا إذا نظر فيه شخصان من جديد.',
}
