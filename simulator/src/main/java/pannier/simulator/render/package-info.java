/**
 * From meshes to camera pictures: a small software rasteriser with depth, light and textures,
 * exposure over a shutter time, and the sensor's noise. It draws what is there and decides nothing.
 */
@NullMarked
package pannier.simulator.render;

import org.jspecify.annotations.NullMarked;
