using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Convergence;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Reports;
using Optimizer.Testing;

namespace Optimizer.Tests.Domain.Reports;

/// <summary>Whole pages, as a head of growth gets them. Read them when they change: they are the product.</summary>
public class GoldenBriefTests
{
    [Fact]
    [Trait("Req", "S0-049")]
    [Trait("Req", "S0-050")]
    [Trait("Req", "S0-066")]
    public void Play_FullWeek_IsThePage() => Same("play.md", PlayBrief.Markdown(Full()));

    [Fact]
    [Trait("Req", "S0-066")]
    public void Play_QuietWeek_IsThePage() => Same("quiet.md", PlayBrief.Markdown(new Trail().Reads(Figures(1, 100, 100)).Read()));

    [Fact]
    [Trait("Req", "S0-066")]
    public void Portfolio_FourPlays_IsThePage() => Same("portfolio.md", PortfolioBrief.Markdown(Portfolio.Of(Trail.Week, [Full(), .. Others()]), slug => $"{slug}.md"));

    [Fact]
    public void Play_FullWeek_IsOnePageOfFourHundredWords()
    {
        var page = PlayBrief.Markdown(Full());

        Assert.InRange(page.Split('\n').Length, 20, 60);
        Assert.InRange(page.Split("---\n\n")[^2].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 100, 400);
    }

    private static PlayWeek Full()
    {
        var fired = new Trigger(Triggers.Plus20, "variant", true, 0.24, new StatedRule(0.2, 0), 1900, DecisionKind.AdoptStated);
        return new Trail()
            .Add(-28.5, new PlayEnrolled("Onboarding e-mails", "abc", "gtm-play", "shop.example", ["signups"], [], Autonomy.Full))
            .Starts(-27, 1, "Welcome mail within five minutes").Ends(-15, 1, DecisionKind.AdoptProven, 0.07, 0.024).Adopts(-15, 1, 0.024, 0.01, 0.14, change: "Welcome mail within five minutes")
            .Starts(-14, 2, "Second reminder after three days").Ends(-3, 2, DecisionKind.Iterate, 0.004)
            .Reads(Figures(2, 118, 131))
            .Starts(-9, 3, "Subject line asks a question").Decides(0.35, 3, DecisionKind.Extend, fired).Decides(1.35, 3, DecisionKind.Extend, fired).Decides(2.35, 3, DecisionKind.AdoptProven, fired)
            .Adopts(2.35, 3, 0.041, 0.012, 0.098).Ends(2.4, 3, DecisionKind.AdoptProven, 0.091, 0.041)
            .Add(3, new AnomalyFound("onboarding-signups-20260211", "signups", KpiClass.Plateau, 0.001, new(2026, 2, 9), [], []))
            .Proposes(3.1, Trail.Idea(5, "Send on Sunday evening"), Trail.Idea(6, "Name the colleague who invited"), Trail.Idea(7, "Cut the mail to one link"))
            .Starts(3.2, 4, "Plain text instead of pictures", 0.06, 0.05).Decides(4.35, 4, DecisionKind.Extend)
            .Add(5.35, new SafetyTripped("drop30", "revert", "gain -34.1 % after 412 units, limit -30 %"), "onboarding-4")
            .Decides(5.36, 4, DecisionKind.Revert).Ends(5.4, 4, DecisionKind.Revert, -0.341, 0, "variant does harm: evidence 1 in 212, limit 1 in 20.")
            .Starts(5.5, 5, "Send on Sunday evening", 0.11, 0.06)
            .Add(6, new ApprovalAsked(new()
            {
                Id = "onboarding-6-start",
                Play = "onboarding",
                Title = "Start onboarding-6: name the colleague who invited",
                Action = ActionKind.StartExperiment,
                Class = ChangeClass.Copy,
                Before = "",
                After = "x",
                PayloadHash = "h",
                Reasons = ["it concerns 60 % of the traffic, limit 50 %"],
                RequestedBy = "loop",
                Seat = Seat.Manager,
                AskedAt = Trail.Monday.AddDays(6),
                ExpiresAt = Trail.Monday.AddDays(8).AddHours(9),
                OnTimeout = TimeoutAction.Park,
            }))
            .Read();
    }

    private static IEnumerable<PlayWeek> Others()
    {
        yield return new Trail().Reads(Figures(3, 4200, 4900), "revenue").Starts(-9, 1).Adopts(2, 1, 0.03, 0.01, 0.08, kpi: "revenue")
            .Read(Trail.Onboarding with { Kpis = [Trail.Signups with { Key = "revenue", Form = KpiForm.Revenue, Unit = "usd", Target = null }] }) with
        { Slug = "checkout", Name = "Checkout copy", Site = "shop.example" };
        yield return new Trail().Reads(Figures(4, 80, 61)).Starts(-3, 1).Read() with { Slug = "newsletter", Name = "Newsletter", Site = "shop.example" };
        yield return new Trail().Reads(Figures(5, 100, 100)).Add(1, new PlayConverged(ConvergenceClaim.NoDetectableGains, ["a", "b", "c"], "")).Read() with { Slug = "referral", Name = "Referral page", Site = "shop.example" };
    }

    private static Func<DateOnly, double?> Figures(ulong seed, double before, double after)
    {
        var chance = new SplitMix(seed);
        var noise = Enumerable.Range(0, 80).Select(_ => chance.Normal()).ToArray();
        return day => Math.Round((day > new DateOnly(2026, 2, 8) ? after : before) * (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.7 : 1.12)
            * (1 + 0.04 * noise[day.DayNumber - new DateOnly(2026, 1, 1).DayNumber]));
    }

    private static void Same(string name, string page)
    {
        var file = Repository.File("tests", "Optimizer.Tests", "Domain", "Reports", "Pages", name);
        if (Environment.GetEnvironmentVariable("OPTIMIZER_WRITE_PAGES") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, page);
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), page);
    }
}
