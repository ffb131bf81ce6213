namespace Optimizer.Standalone.Onboarding;

/// <summary>The policy of a new install, with what people change first explained where it stands.</summary>
internal static class FirstPolicy
{
    /// <summary>The file's text.</summary>
    /// <param name="timeZone">IANA name.</param>
    public static string Of(string timeZone) => $"""
        # What may run alone, what needs whom, what is never allowed. A server takes a changed file at each play's next tick.
        #
        #   optimizer policy lint FILE                       values that fight
        #   optimizer policy explain --policy FILE --play X  every key, its value, where it comes from
        version: 1                    # goes up with every change
        profile: gtm-play             # 'gtm-play-strict' takes the thresholds word for word

        # freeze: true                # nothing is changed anywhere until it is gone; 'optimizer freeze' does the same at once

        set:
          time_zone: {timeZone}
          autonomy.start: shadow      # a new play only says what it would do; it earns advisory, semi and full by its scorecard
          autonomy.ceiling: semi      # and never goes further than this: semi asks a person before every change
          approval.hours: 24          # time to answer
          approval.timeout: park      # then the question waits; silence is never a yes
          report.day: monday

        """;
}
