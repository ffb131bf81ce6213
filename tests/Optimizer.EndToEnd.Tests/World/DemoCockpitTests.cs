using System.Net;

namespace Optimizer.EndToEnd.Tests.World;

[Collection(SharedCockpit.Name)]
public class DemoCockpitTests(ServedWorld world)
{
    [Fact]
    public async Task Demo_Served_GoesOnFromItsOwnDateAndHasSomethingToLookAt()
    {
        using var http = new HttpClient { BaseAddress = new(await world.Url) };
        var began = world.Now;

        var experiments = (await world.GetAsync("/api/experiments")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        Assert.InRange(world.Now - began, TimeSpan.Zero, TimeSpan.FromHours(1));
        Assert.Equal(2026, began.Year);
        Assert.Contains(experiments, experiment => experiment.GetProperty("play").GetString() == ServedWorld.Sick);
        Assert.NotEmpty(await world.AskedStartsAsync());
    }
}
