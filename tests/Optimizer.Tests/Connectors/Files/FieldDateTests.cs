using System.Globalization;
using System.Text;
using Optimizer.Connectors.Files;

namespace Optimizer.Tests.Connectors.Files;

public class FieldDateTests
{
    [Theory]
    [InlineData("2024-01-31", "2024-01-31T00:00:00+00:00")]
    [InlineData(" 2024-02-29 ", "2024-02-29T00:00:00+00:00")]
    [InlineData("2024/1/31", "2024-01-31T00:00:00+00:00")]
    [InlineData("20240131", "2024-01-31T00:00:00+00:00")]
    [InlineData("1.08.2019", "2019-08-01T00:00:00+00:00")]
    [InlineData("31.12.2019", "2019-12-31T00:00:00+00:00")]
    [InlineData("2018-05-08 20:17:59", "2018-05-08T20:17:59+00:00")]
    [InlineData("2018-05-08T20:17", "2018-05-08T20:17:00+00:00")]
    [InlineData("2018-07-17T21:25:03Z", "2018-07-17T21:25:03+00:00")]
    [InlineData("2018-07-17 21:25:03 UTC", "2018-07-17T21:25:03+00:00")]
    [InlineData("2019-11-24 00:01:03.979311+00:00", "2019-11-24T00:01:03.979311+00:00")]
    [InlineData("2019-11-24 00:01:03.123456789123", "2019-11-24T00:01:03.1234567+00:00")]
    [InlineData("2019-11-24T00:01:03+05:30", "2019-11-23T18:31:03+00:00")]
    [InlineData("2019-11-24T00:01:03-0800", "2019-11-24T08:01:03+00:00")]
    [InlineData("2019-11-24T00:01:03 -08", "2019-11-24T08:01:03+00:00")]
    [InlineData("9/14/2014", "2014-09-14T00:00:00+00:00")]
    [InlineData("14/9/2014 9:05", "2014-09-14T09:05:00+00:00")]
    [InlineData("14-09-2014", "2014-09-14T00:00:00+00:00")]
    [InlineData("5/5/2024", "2024-05-05T00:00:00+00:00")]
    public void TryDate_OneMeaning_IsReadWithoutAnOrder(string text, string utc)
    {
        Assert.True(Field.TryDate(Encoding.UTF8.GetBytes(text), DateOrder.Undecided, out var date, out _));
        Assert.Equal(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture), date.Utc);
    }

    [Fact]
    public void TryDate_DayTimeAndOffset_StayAsWritten()
    {
        Assert.True(Field.TryDate("2019-11-24T00:30:00+02:00"u8, DateOrder.Undecided, out var date, out _));

        Assert.Equal(new FieldDate(new DateOnly(2019, 11, 24), new TimeOnly(0, 30), TimeSpan.FromHours(2)), date);
        Assert.Equal(23, date.Utc.Day);
    }

    [Theory]
    [InlineData(15 * 60 * 60)]
    [InlineData(30)]
    public void Offset_ThatDoesNotExist_Throws(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FieldDate(new DateOnly(2024, 1, 1), null, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void TryDate_DayOnly_HasNoTime()
    {
        Assert.True(Field.TryDate("2019-11-24"u8, DateOrder.Undecided, out var date, out _));

        Assert.Equal((null, null), (date.Time, date.Offset));
    }

    [Theory]
    [InlineData(DateOrder.MonthFirst, 3, 4)]
    [InlineData(DateOrder.DayFirst, 4, 3)]
    public void TryDate_TwoMeanings_FollowsTheOrder(DateOrder order, int month, int day)
    {
        Assert.True(Field.TryDate("3/4/2024"u8, order, out var date, out _));
        Assert.Equal(new DateOnly(2024, month, day), date.Day);
    }

    [Theory]
    [InlineData("Sat-Oct-11")]
    [InlineData("Sat, Oct 11")]
    [InlineData("11 October")]
    [InlineData("10/11")]
    [InlineData("11.10.")]
    public void TryDate_NoYear_IsTold(string text)
    {
        Assert.False(Field.TryDate(Encoding.UTF8.GetBytes(text), DateOrder.MonthFirst, out _, out var problem));
        Assert.Equal(new FieldProblem(FieldProblemKind.NoYear, $"'{text}' has no year; write dates as yyyy-MM-dd"), problem);
    }

    [Theory]
    [InlineData("3/4/2024", "can be read as month/day or as day/month")]
    [InlineData("2023-02-29", "is not a day of the calendar")]
    [InlineData("2023-13-01", "is not a day of the calendar")]
    [InlineData("2023-00-10", "is not a day of the calendar")]
    [InlineData("20231301", "is not a day of the calendar")]
    [InlineData("13/13/2024", "is not a day of the calendar")]
    [InlineData("0024-01-01", "has a year outside 1900 to 2199")]
    [InlineData("1/2/24", "has no year of four digits")]
    [InlineData("2024-01", "has no day")]
    [InlineData("Oct 11, 2014", "spells its month")]
    [InlineData("2020-W14", "is not a date")]
    [InlineData("201446", "is not a date")]
    [InlineData("45000", "is not a date")]
    [InlineData("1", "is not a date")]
    [InlineData("yesterday", "is not a date")]
    [InlineData("2024-01-01T24:00", "has no valid time after the day (such as 2024-01-31T23:59:00Z)")]
    [InlineData("2024-01-01T10:60", "has no valid time after the day (such as 2024-01-31T23:59:00Z)")]
    [InlineData("2024-01-01T10:00+15:00", "has no valid time after the day (such as 2024-01-31T23:59:00Z)")]
    [InlineData("2024-01-01T10:00:00.", "has no valid time after the day (such as 2024-01-31T23:59:00Z)")]
    [InlineData("9/14/2014 10:00 PM", "has no valid time after the day (such as 2024-01-31T23:59:00Z)")]
    [InlineData("2024-01-011", "has no valid time after the day (such as 2024-01-31T23:59:00Z)")]
    public void TryDate_AnythingElse_IsRefusedWithAdvice(string text, string what)
    {
        Assert.False(Field.TryDate(Encoding.UTF8.GetBytes(text), DateOrder.Undecided, out var date, out var problem));
        Assert.Equal(new FieldProblem(FieldProblemKind.Malformed, $"'{text}' {what}; write dates as yyyy-MM-dd"), problem);
        Assert.Equal(default, date);
    }

    [Fact]
    public void TryDate_AgainstTheColumnsOrder_IsRefused()
    {
        Assert.False(Field.TryDate("25/3/2024"u8, DateOrder.MonthFirst, out _, out var problem));
        Assert.Equal("'25/3/2024' is not month/day/year, as the column's other dates are; write dates as yyyy-MM-dd", problem.Message);
    }

    [Fact]
    public void TryDate_DaysOfThreeCenturies_ReadBackInEveryForm()
    {
        foreach (var day in Enumerable.Range(0, 100).Select(i => new DateOnly(1900, 1, 1).AddDays(i * 1095)))
        {
            foreach (var (form, order) in new[]
            {
                ("yyyy-MM-dd", DateOrder.Undecided), ("yyyyMMdd", DateOrder.Undecided), ("d.MM.yyyy", DateOrder.Undecided),
                ("M/d/yyyy", DateOrder.MonthFirst), ("dd/MM/yyyy", DateOrder.DayFirst),
            })
            {
                var text = day.ToString(form, CultureInfo.InvariantCulture);
                Assert.True(Field.TryDate(Encoding.UTF8.GetBytes(text), order, out var date, out _), text);
                Assert.Equal(day, date.Day);
            }
        }
    }
}
