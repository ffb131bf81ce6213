namespace Optimizer.Standalone.Demo;

/// <summary>Where and for whom a sample play runs once more, when more plays are wanted than there are samples.</summary>
internal static class DemoMarkets
{
    private static readonly string[] Regions =
    [
        "DACH", "Nordics", "Benelux", "France", "Iberia", "Italy", "Poland", "Baltics", "UK", "Ireland", "Canada", "US East", "US West", "Mexico", "Brazil",
        "Andes", "Argentina", "Australia", "New Zealand", "Japan", "Korea", "Taiwan", "Singapore", "India", "Gulf", "Turkey", "Israel", "Kenya", "Nigeria", "South Africa",
    ];

    private static readonly string[] Segments =
    [
        "agencies", "architects", "banks", "builders", "cafes", "charities", "cities", "clinics", "clubs", "colleges", "dentists", "designers", "farms", "fitness",
        "florists", "foundations", "freelancers", "galleries", "garages", "hospitals", "hotels", "insurers", "labs", "lawyers", "libraries", "logistics", "makers", "media",
        "museums", "nurseries", "opticians", "pharmacies", "printers", "publishers", "restaurants", "schools", "shops", "startups", "studios", "students", "tutors", "wineries",
    ];

    /// <summary>How many there are.</summary>
    public static int Count => Regions.Length * (1 + Segments.Length);

    /// <summary>The name of one, such as "DACH" or "Nordics, agencies"; whole regions come first.</summary>
    /// <param name="number">From 0 on.</param>
    public static string Name(int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Count);
        var (segment, region) = Math.DivRem(number, Regions.Length);
        return segment == 0 ? Regions[region] : $"{Regions[region]}, {Segments[segment - 1]}";
    }

    /// <summary>The region's part of a slug; plays of one region and one surface share a site.</summary>
    /// <param name="number">From 0 on.</param>
    public static string Region(int number) => Slug(Regions[number % Regions.Length]);

    /// <summary>A name as part of a slug.</summary>
    /// <param name="name">A market's.</param>
    public static string Slug(string name) => name.ToLowerInvariant().Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-');
}
