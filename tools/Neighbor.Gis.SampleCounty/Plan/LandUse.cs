namespace Neighbor.Gis.SampleCounty.Plan;

/// <summary>用地. What one square of the plan is for; the value is its letter in the plan.</summary>
internal enum LandUse
{
    /// <summary>Fields at the edge of the town.</summary>
    Farmland = 'F',

    /// <summary>Houses along village roads.</summary>
    Village = 'V',

    /// <summary>One managed estate of towers.</summary>
    HighRise = 'H',

    /// <summary>Two managed estates with a street between them.</summary>
    TwinHighRise = 'D',

    /// <summary>One estate with shops along its streets.</summary>
    MixedEstate = 'M',

    /// <summary>One open estate of slab buildings.</summary>
    OpenEstate = 'U',

    /// <summary>An open estate and one with shops, with a street between them.</summary>
    TwinEstate = 'E',

    /// <summary>Old narrow lanes with small houses.</summary>
    OldTown = 'O',

    /// <summary>Old lanes on the hill, some of them steps.</summary>
    HillTown = 'T',

    /// <summary>A school.</summary>
    School = 'S',

    /// <summary>A park.</summary>
    Park = 'P',

    /// <summary>The hospital.</summary>
    Hospital = 'K',

    /// <summary>Shops and offices.</summary>
    Commerce = 'C',

    /// <summary>Public halls.</summary>
    Civic = 'G',

    /// <summary>Workshops.</summary>
    Industry = 'I',

    /// <summary>Part of the square to its west.</summary>
    Merged = '<',
}
