using Optimizer.Domain.Monitoring;
using static Optimizer.Tests.Domain.Monitoring.Days;

namespace Optimizer.Tests.Domain.Monitoring;

public class ExperimentBaselineTests
{
    [Fact]
    [Trait("Req", "S0-009")]
    public void DaysMissing_ShortOrGappyHistory_CountsTheDaysStillNeeded()
    {
        Assert.Equal(1, ExperimentBaseline.DaysMissing(Of(Level(27, 5))));
        Assert.Equal(0, ExperimentBaseline.DaysMissing(Of(Level(28, 5))));
        Assert.Equal(3, ExperimentBaseline.DaysMissing(Of([.. Level(15, 5), null, null, .. Level(10, 5)])));
    }
}
