using Optimizer.Testing;
using Optimizer.Tests.Connectors.Files;
using Optimizer.Tests.Standalone.Commands;

namespace Optimizer.Tests.RealData;

/// <summary>Well-known recorded experiments: figures as others compute them, and our decision on each.</summary>
public class RecordedExperimentTests
{
    [SharedTheory]
    [InlineData("retention_1", "retention_1", "ITERATE")]
    [InlineData("retention_7", "retention_7", "ITERATE")]
    [InlineData("sum_gamerounds", "sum_gamerounds_welch", "ITERATE")]
    public void Evaluate_CookieCats_KeepsTheGateAt30(string metric, string figures, string decision)
    {
        var evaluation = Ground.Evaluate(Ground.Recording("cookie_cats.csv.gz"), "--arm", "version", "--control", "gate_30", "--metric", metric);

        Ground.Same(Ground.Of("cookie_cats", figures), evaluation, "gate_40");
        Assert.Equal(Ground.Of("cookie_cats", "srm_50_50", "p").GetDouble(), evaluation.GetProperty("sampleRatio").GetProperty("chiSquaredPValue").GetDouble(), 1e-8);
        Assert.False(evaluation.GetProperty("sampleRatio").GetProperty("mismatch").GetBoolean());
        Assert.Equal(decision, Ground.Decision(evaluation));
    }

    [SharedTheory]
    [InlineData("visit", "visit")]
    [InlineData("conversion", "conversion")]
    [InlineData("spend", "spend (Welch)")]
    public void Evaluate_Hillstrom_AdoptsTheMensEmail(string metric, string figures)
    {
        var evaluation = Ground.Evaluate(Ground.Recording("hillstrom_email.csv.gz"), "--arm", "segment", "--control", "No E-Mail", "--metric", metric);

        Ground.Same(Ground.Of("hillstrom_email", $"Mens E-Mail against No E-Mail: {figures}"), evaluation, "Mens E-Mail");
        Ground.Same(Ground.Of("hillstrom_email", $"Womens E-Mail against No E-Mail: {figures}"), evaluation, "Womens E-Mail");
        Assert.Equal(Ground.Of("hillstrom_email", "srm_thirds", "p").GetDouble(), evaluation.GetProperty("sampleRatio").GetProperty("chiSquaredPValue").GetDouble(), 1e-6);
        Assert.Equal(("ADOPT_PROVEN", "Mens E-Mail"), (Ground.Decision(evaluation), evaluation.GetProperty("decision").GetProperty("variant").GetString()));
    }

    [SharedTheory]
    [InlineData("Clicks/Pageviews", "click_through (all days)", "ITERATE", 7, "ITERATE")]
    [InlineData("Enrollments/Clicks", "gross_conversion = enrollments/clicks (23 days)", "REVERT", 4, "REVERT")]
    [InlineData("Payments/Clicks", "net_conversion = payments/clicks (23 days)", "ITERATE", 1, "REVERT")]
    [InlineData("Payments/Enrollments", "retention = payments/enrollments (23 days)", "HALT_SRM", 1, "REVERT")]
    public void Evaluate_Udacity_DoesNotLaunch(string metric, string figures, string decision, int day, string first)
    {
        const string Control = "udacity_screener_control";
        var evaluation = Ground.Evaluate(
            Ground.Recording($"{Control}.csv"), Ground.Recording("udacity_screener_experiment.csv"),
            "--arm", "@file", "--control", Control, "--metric", metric, "--date", "Date");

        Ground.Same(Ground.Of("udacity_screener", figures), evaluation, "udacity_screener_experiment");
        Assert.Equal(decision, Ground.Decision(evaluation));
        Assert.Equal(day, evaluation.GetProperty("daily").GetProperty("day").GetInt32());
        Assert.Equal(first, Ground.Decision(evaluation.GetProperty("daily")));
    }

    [SharedFact]
    public void Evaluate_FastFoodStores_AreTheUnits()
    {
        var evaluation = Ground.Evaluate(
            Ground.Recording("fastfood_promotions.csv"), "--arm", "Promotion", "--control", "1", "--metric", "SalesInThousands", "--unit", "LocationID");

        Ground.Same(Ground.Of("fastfood_promotions", "promotion 2 against 1, store means (the sound unit)"), evaluation, "2");
        Ground.Same(Ground.Of("fastfood_promotions", "promotion 3 against 1, store means (the sound unit)"), evaluation, "3");
        Assert.Equal("EXTEND", Ground.Decision(evaluation));
    }

    [SharedTheory]
    [InlineData("ADOPT_PROVISIONAL")]
    [InlineData("EXTEND", "--date", "timestamp")]
    public void Evaluate_OpenBandit_IsNotProven(string decision, params string[] options)
    {
        var evaluation = Ground.Evaluate([
            Ground.Recording("open_bandit_men_random.csv.gz"), Ground.Recording("open_bandit_men_bts.csv.gz"),
            "--arm", "@file", "--control", "open_bandit_men_random", "--metric", "click", .. options,
        ]);

        Ground.Same(Ground.Of("open_bandit_men", "click"), evaluation, "open_bandit_men_bts");
        Assert.Equal(decision, Ground.Decision(evaluation));
    }

    [SharedFact]
    public void Evaluate_FacebookDayWithoutFigures_IsRefusedWithItsPlace()
    {
        var path = Ground.Recording("facebook_control_group.csv");

        Assert.Equal(
            $"{path}:6: column 'Purchase': the field is empty; a value is needed, or say --skip-empty to leave such rows out",
            Ran.Of("evaluate", path, Ground.Recording("facebook_test_group.csv"), "--arm", "@file", "--control", "facebook_control_group", "--metric", "Purchase", "--kind", "mean").Refusal());
    }

    [SharedTheory]
    [InlineData("Purchase", "purchases a day (Welch over days)")]
    [InlineData("Spend [USD]", "spend a day (Welch)")]
    public void Evaluate_FacebookDaysAsUnits_AreTooFew(string metric, string figures)
    {
        // The day without purchases still has a spend, which the figures leave out too.
        using var file = new WrittenFile(string.Join('\n', File.ReadAllLines(Ground.Recording("facebook_control_group.csv"))
            .Where(line => metric == "Purchase" || !line.Contains(",5.08.2019,", StringComparison.Ordinal))
            .Concat(File.ReadAllLines(Ground.Recording("facebook_test_group.csv")).Skip(1))));
        var evaluation = Ground.Evaluate(
            file.Path, "--arm", "Campaign Name", "--control", "Control Campaign", "--metric", metric, "--kind", "mean", "--skip-empty");

        Ground.Same(Ground.Of("facebook_campaign", figures), evaluation, "Test Campaign");
        Assert.Equal("EXTEND", Ground.Decision(evaluation));
    }

    [SharedFact]
    public void Evaluate_FacebookImpressions_AreNotSplitEvenly()
    {
        var evaluation = Ground.Evaluate(
            Ground.Recording("facebook_control_group.csv"), Ground.Recording("facebook_test_group.csv"),
            "--arm", "@file", "--control", "facebook_control_group", "--metric", "Website Clicks/Impressions", "--date", "Date");

        Ground.Same(Ground.Of("facebook_campaign", "click/impression"), evaluation, "facebook_test_group");
        Assert.Equal("HALT_SRM", Ground.Decision(evaluation));
    }
}
