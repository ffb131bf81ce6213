using Optimizer.Standalone.Backtests;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Plays;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Standalone.Onboarding;

/// <summary>Reads what is about to be written, as a server would, and lives through its history once.</summary>
internal static class FirstBacktest
{
    /// <summary>The play as its definition reads.</summary>
    /// <exception cref="InitRefusedException">Something that was said makes no valid definition or policy.</exception>
    public static FoundPlay Play(InitPlan plan, InitFiles files)
    {
        var name = $"{plan.Slug}.yaml";
        var read = PlayFile.Read(FirstPlay.Of(plan), name);
        var problems = read.Problems.Concat(files.Files.TryGetValue(Serving.ServeOptions.PolicyName, out var policy) ? PolicyFile.Read(policy, Serving.ServeOptions.PolicyName).Problems : []).ToList();
        return problems.Count > 0
            ? throw new InitRefusedException(string.Join("; ", problems), ExitCode.BadInput)
            : new(read.Plays.Single(), name);
    }

    /// <summary>Null when there are too few figures.</summary>
    public static async Task<BacktestReport?> RunAsync(InitPlan plan, FoundPlay play, CancellationToken cancellationToken) =>
        plan.Recording.Series.Days - plan.Recording.Missing < BacktestPlan.LeastDays
            ? null
            : await Backtest.RunAsync(
                new() { Kpi = plan.Recording, KpiFile = plan.Csv, KpiKey = plan.Kpi, Play = play },
                _ => { },
                cancellationToken);
}
