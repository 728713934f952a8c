namespace InsightEngine.Signals.Dates;

/// <summary>Weeks from Monday, months, quarters and feasts.</summary>
static class Calendar
{
    static readonly string[] WeekdayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    static readonly string[] MonthNames =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static DayOfWeek? Weekday(string word) => word switch
    {
        "mon" => DayOfWeek.Monday,
        "tue" or "tues" => DayOfWeek.Tuesday,
        "wed" or "weds" => DayOfWeek.Wednesday,
        "thu" or "thur" or "thurs" => DayOfWeek.Thursday,
        "fri" => DayOfWeek.Friday,
        _ => Array.IndexOf(WeekdayNames, word) is >= 0 and var index ? (DayOfWeek)index : null,
    };

    /// <summary>From 1.</summary>
    public static int? Month(string word) => word switch
    {
        "jan" => 1,
        "feb" => 2,
        "mar" => 3,
        "apr" => 4,
        "jun" => 6,
        "jul" => 7,
        "aug" => 8,
        "sep" or "sept" => 9,
        "oct" => 10,
        "nov" => 11,
        "dec" => 12,
        _ => Array.IndexOf(MonthNames, word) is >= 0 and var index ? index + 1 : null,
    };

    public static DateOnly OnOrAfter(DateOnly day, DayOfWeek weekday) => day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>A week, counted from the one that holds the day.</summary>
    public static Span Week(DateOnly day, int ahead = 0) => new(Monday(day).AddDays(7 * ahead), Monday(day).AddDays(7 * ahead + 6));

    public static Span Months(int year, int month, int count = 1)
    {
        var first = new DateOnly(year, 1, 1).AddMonths(month - 1);
        return new(first, first.AddMonths(count).AddDays(-1));
    }

    /// <summary>The last day of a span on which offices are open, which for a week is its Friday; a weekend lasts to its end.</summary>
    public static DateOnly LastWorkday(Span span)
    {
        var day = span.Last;
        while (day.DayNumber - span.First.DayNumber > 1 && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            day = day.AddDays(-1);
        return day;
    }

    public static DateOnly WorkdayBefore(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Monday => day.AddDays(-3),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day.AddDays(-1),
    };

    /// <summary>A month that has not passed yet: this year's, else next year's.</summary>
    public static Span ComingMonth(DateOnly day, int month) => Months(month >= day.Month ? day.Year : day.Year + 1, month);

    /// <summary>Easter Sunday, by the anonymous Gregorian computus.</summary>
    public static DateOnly Easter(int year)
    {
        int golden = year % 19, century = year / 100, rest = year % 100;
        var epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        var late = (golden + 11 * epact + 22 * weekday) / 451;
        var days = epact + weekday - 7 * late + 114;
        return new(year, days / 31, days % 31 + 1);
    }
}
