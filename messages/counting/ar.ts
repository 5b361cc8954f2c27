/** Words about counting without watching, in Arabic: the list that every language answers. */
export const counting = {
	'counting.title': 'ماذا نعدّ هنا؟',
	'counting.intro': 'نعدّ كم مرة فُتح الباب، ولا نعرف من فتحه. لا اسم، لا كوكيز، لا عنوان الهاتف.',
	'counting.plain': 'باختصار',
	'counting.plain-1': 'من جاء إلى الموقع من الخارج يزيد واحدا على عدد. هذا كل شيء.',
	'counting.plain-2':
		'قبل أن يبدأ العدّ نضيف إلى كل عدد شيئا بالقرعة، أو نُنقص منه، ولا يعرف أحد كم. فلا أحد، ولا نحن، يستطيع أن يعرف هل جاءت أسرة واحدة أو قسم واحد.',
	'counting.plain-3': 'تظهر الأعداد مرة واحدة، بعد شهر من نهاية المدة. العدد الصغير لا يظهر.',
	'counting.plain-4':
		'لا نعدّ أبدا: أجوبة المساعدة، البحث، التبليغ، صندوق الرسائل، ولا زيارة صفحة بعد أخرى داخل الموقع.',
	'counting.yours': 'ماذا أضاف فتح هذه الصفحة؟',
	'counting.yours.one': 'واحدا على عدد صفحات البرنامج، وواحدا على عدد هذه اللغة. لا شيء آخر.',
	'counting.yours.none':
		'لا شيء: كان المجيء من صفحة أخرى في الموقع، أو لا يقول هذا المتصفح من أين جاءت الخطوة.',
	'counting.yours.live': 'لا يوجد هنا عدد حيّ: لو ظهر، لكفى النظر إليه مرتين لمعرفة أن أحدا جاء.',
	'counting.what': 'ما يُعدّ، بالضبط',
	'counting.head.what': 'العدد',
	'counting.head.each': 'كل',
	'counting.head.noise': 'الضجيج (t)',
	'counting.head.epsilon': 'إبسيلون',
	'counting.family.page': 'المجيء حسب نوع الصفحة: الاستقبال، المواضيع، التعلم، الأدوات، القانون، البرنامج',
	'counting.family.language': 'المجيء حسب اللغة',
	'counting.family.place': 'المجيء برمز ملصق، حسب إقليم الملصق',
	'counting.family.campaign': 'المجيء برمز، حسب الحملة وقناتها',
	'counting.family.helped': 'جواب: هل ساعدت هذه الصفحة؟',
	'counting.family.protected': 'حماية تم التحقق منها، بعد رمي النرد في الهاتف',
	'counting.family.pressed': 'ضغطات الأسبوع على زر الحماية، لكشف الغش',
	'counting.each.month': 'شهر',
	'counting.each.quarter': 'ثلاثة أشهر',
	'counting.sum':
		'مجيء واحد برمز يصرف إبسيلون {one} في كل الأعداد معا، وخمسة من أسرة واحدة في ثلاثة أشهر {five} على الأكثر، وعشرة {ten}.',
	'counting.exact': 'لمن يريد الدقة',
	'counting.exact-arrival':
		'المجيء طلب GET فيه Sec-Fetch-Mode=navigate، وSec-Fetch-Dest=document، وSec-Fetch-Site=none أو cross-site، دون prefetch، وجوابه 200. لا يُقرأ عنوان الشبكة، ولا Referer، ولا نوع المتصفح. متصفح لا يرسل هذه الحقول لا يُعدّ.',
	'counting.exact-noise':
		'كل خانة تولد بضجيج صحيح من توزيع لابلاس المتقطع، بأعداد صحيحة من مولد النظام (Canonne وKamath وSteinke، 2020). بعدها تزيد واحدا فقط. العدد المنشور هو العدد المحفوظ: لا قرعة ثانية. على القرص كتلة مختومة، ومفتاحها خارج قاعدة البيانات وخارج كل نسخة احتياطية.',
	'counting.exact-limit':
		'للمجيء برمز حدّ: خمس مرات لكل إقليم، ثم مرة كل 120 ثانية. ما زاد يذهب إلى خانة «فوق الحد». أربعون تلميذا في عشر دقائق يزنون تسعة.',
	'counting.exact-shown':
		'مع كل عدد مجال 95 %: ± 60 للإقليم، ± 300 للباقي. لا يظهر عدد قبل 120 أو 600. مجموع الأقاليم ومجموع البلد لهما ضجيج مختلف، فلا يلزم أن يتفقا.',
	'counting.exact-device':
		'للحماية، يختار الهاتف واحدة من ثلاث، ويقول الحقيقة ثلاث مرات من أربع، والعكس مرة (إبسيلون 1.10). العدد «من الذين ضغطوا»، لا من كل الأسر.',
	'counting.exact-not':
		'ما لا يحميه هذا: بين حفظ وحفظ (4 إلى 8 ساعات) تكون الزيادات في ذاكرة الخادم. ومن يدير الخادم بسوء نية يستطيع أن يسجل العناوين أو يقدم برنامجا آخر. ومن يأتي كثيرا محمي أقل.',
	'counting.ledger': 'السجل',
	'counting.ledger.text': 'كل عدد، متى وُلد، ومتى نُشر، وكم صُرف. كل سطر يدخل أيضا في السجل العام.',
	'counting.ledger.none': 'لم يبدأ العدّ بعد.',
	'counting.head.period': 'المدة',
	'counting.head.born': 'وُلد',
	'counting.head.state': 'الحالة',
	'counting.outcome.counting': 'نعدّ',
	'counting.outcome.released': 'نُشر',
	'counting.outcome.key-lost': 'لم يُعدّ: ضاع المفتاح',
	'counting.days': 'أيام العدّ: {n} من {of}',
	'counting.act.born': 'بدأ عدّ مدة',
	'counting.act.released': 'نُشرت أعداد مدة',
	'counting.helped': 'هل ساعدت هذه الصفحة؟',
	'counting.helped.yes': 'نعم',
	'counting.helped.some': 'قليلا',
	'counting.helped.no': 'لا',
	'counting.helped.how': 'يُعدّ الجواب وحده، دون معرفة صاحبه.',
	'counting.helped.thanks': 'شكرا. أُضيف الجواب إلى العدد.',
	'counting.protected': 'واحدة أكثر في العدد؟',
	'counting.protected.text':
		'لمن أراد: يرمي الهاتف النرد، ويرسل جوابا واحدا قد يكون صحيحا أو معكوسا. لا يعرف أحد أيهما، ومع أجوبة كثيرة نعرف كم بيتا محميا.',
	'counting.protected.no-script': 'هذا يحتاج إلى JavaScript: النرد يُرمى في الهاتف، لا عندنا.',
	'counting.protected.region': 'الجهة (اختيار)',
	'counting.protected.nowhere': 'دون جهة',
	'counting.protected.send': 'إضافة جواب',
	'counting.protected.sending': 'يعمل الهاتف قليلا…',
	'counting.protected.sent': 'أُضيف. لم يُحفظ شيء في هذا الهاتف.',
	'counting.protected.failed': 'لم يصل. يمكن ترك الأمر هكذا، لا ضرر.',
}
