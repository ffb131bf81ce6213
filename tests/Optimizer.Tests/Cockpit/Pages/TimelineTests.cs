using Optimizer.Cockpit.Pages.PlayDetail;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Monitoring;

namespace Optimizer.Tests.Cockpit.Pages;

public sealed class TimelineTests
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Items_QuietMonth_IsOneLine()
    {
        var item = Assert.Single(Of(50, Quiet(1, 30)));
        Assert.Equal((60L, 1L), (item.Sequence, item.Oldest));
        Assert.Equal("5 Jan to 3 Feb 2026: goal rate normal, +1.0 % (30 readings); complaint rate normal, +1.0 % (30 readings).", item.Text);
    }

    [Fact]
    public void Items_SomethingInBetween_SplitsTheQuiet()
    {
        AuditEvent paused = new PlayPaused("operator", "<b>holiday</b>");
        var items = Of(50, [.. Quiet(1, 5), Record(11, paused, 5), .. Quiet(12, 5, 6)]);
        Assert.Equal([21L, 11L, 10L], items.Select(item => item.Sequence));
        Assert.Equal("Optimisation stands still (operator): <b>holiday</b>", items[1].Text);
    }

    [Fact]
    public void Items_RemindersOfOneQuestionAmongQuietDays_AreOneLine()
    {
        var items = Of(50, [.. Quiet(1, 2), Record(5, new ApprovalReminded("q1", 1), 1), .. Quiet(6, 2, 2), Record(10, new ApprovalReminded("q1", 2), 3)]);
        Assert.Equal(["2 reminders of approval q1 went out.", "5 to 8 Jan 2026: goal rate normal, +1.0 % (4 readings); complaint rate normal, +1.0 % (4 readings)."], items.Select(item => item.Text));
        Assert.Equal("q1", items[0].Approval);
    }

    [Fact]
    public void Take_LinesEnough_IsNotTaken()
    {
        var timeline = new Timeline(2);
        var orders = Enumerable.Range(1, 3).Select(number => Record(number, new OrderGiven("tick", ""), 0)).Reverse().ToList();
        Assert.Equal([true, true, false], orders.Select(timeline.Take));
        Assert.Equal([3L, 2L], timeline.Items().Select(item => item.Sequence));
    }

    [Fact]
    public void Kinds_OfTheFilter_AreKindsOfTheTrail() =>
        Assert.All(TimelineKind.All.SelectMany(kind => kind.Kinds), kind => Assert.Contains(kind, AuditKinds.All));

    private static IReadOnlyList<TimelineItem> Of(int most, IReadOnlyList<AuditRecord> oldestFirst)
    {
        var timeline = new Timeline(most);
        Assert.All(oldestFirst.Reverse(), record => Assert.True(timeline.Take(record)));
        return timeline.Items();
    }

    private static List<AuditRecord> Quiet(int first, int days, int from = 0) =>
    [
        .. Enumerable.Range(0, days).SelectMany(day => new[] { "complaint_rate", "goal_rate" }.Select((kpi, each) =>
            Record(first + (2 * day) + each, new KpiRead(kpi, KpiClass.Normal, 0.01, 0.2, DateOnly.FromDateTime(Monday.UtcDateTime).AddDays(from + day), []), from + day))),
    ];

    private static AuditRecord Record(int sequence, AuditEvent happened, int day) => new(sequence, $"key-{sequence}", "", "", "", new()
    {
        Actor = "loop",
        At = Monday.AddDays(day),
        Cause = "onboarding",
        Event = happened,
        Play = "onboarding",
    });
}
