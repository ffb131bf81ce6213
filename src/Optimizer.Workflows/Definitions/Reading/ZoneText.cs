namespace Optimizer.Workflows.Definitions.Reading;

/// <summary>Reads the name of a time zone.</summary>
internal static class ZoneText
{
    private const int Longest = 60;

    public static string? Read(Place place)
    {
        if (place.Text() is not { } zone)
        {
            return null;
        }

        // The form first: what is no name of a zone is not looked up.
        if (zone.Length <= Longest && zone.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '_' or '-' or '+')
            && char.IsAsciiLetter(zone[0]) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            return zone;
        }

        place.Refuse($"is {Shown.Quote(zone)}, which is no time zone known here; must be an IANA name such as Europe/Berlin, America/New_York or UTC");
        return null;
    }
}
