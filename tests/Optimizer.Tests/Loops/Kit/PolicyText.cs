namespace Optimizer.Tests.Loops.Kit;

/// <summary>Policy files in a few words: plays that act without a scorecard, whose changes of all traffic need nobody.</summary>
internal static class PolicyText
{
    public const string Full = """
        version: 1
        set:
          autonomy.start: full
          autonomy.skip_graduation: true
          approval.traffic_above: 100%
        """;

    /// <summary>As <see cref="Full"/>, with more keys, each as it stands in a file.</summary>
    public static string With(params string[] settings) => Full + "\n" + string.Join("\n", settings.Select(setting => $"  {setting}"));

    /// <summary>The level of one play.</summary>
    public static string Level(string play, string level) => $$$"""
          - play: {{{play}}}
            set: {autonomy.ceiling: {{{level}}}, autonomy.start: {{{level}}}}
        """;
}
