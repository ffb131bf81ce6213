using Optimizer.Connectors.Simulated;
using Optimizer.Domain.Approvals;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Loops.Scenes;

/// <summary>What scenes have in common.</summary>
internal static class Fixtures
{
    public static readonly DateOnly Today = DateOnly.FromDateTime(LoopKit.Monday.UtcDateTime);

    /// <summary>A fall by a quarter a fortnight before the start.</summary>
    public static ScriptedKpis Drop { get; } = ScriptedKpis.Of(day => day < Today.AddDays(-14) ? 0.2 : 0.15);

    /// <summary>A slow wave: the fortnight is never more than 8 % off the four weeks before, and never flat for three weeks.</summary>
    public static ScriptedKpis Normal { get; } = ScriptedKpis.Of(Wave);

    public static Func<World, World> Market(IKpiSource kpis, double gain = 0, IStrategist? strategist = null) => world => world with
    {
        Exposures = new ScriptedExposures(_ => gain),
        Kpis = kpis,
        Strategist = strategist ?? world.Strategist,
    };

    public static double? Wave(DateOnly day) => 0.2 * (1 + (0.05 * Math.Sin(2 * Math.PI * day.DayNumber / 56)));

    public static IReadOnlyList<PlannedAnswer> Yes(ApprovalRequest request) =>
        [new(TimeSpan.FromHours(1), new(true, "ana@example.com", request.Seat, true, request.PayloadHash, "cli", request.AskedAt.AddHours(1), null))];
}
